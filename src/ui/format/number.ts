import { getLocale } from '#locale';

const formats = { sv: new Intl.NumberFormat('sv-SE'), en: new Intl.NumberFormat('en-GB') };

/** "1 250" in Swedish, "1,250" in English. */
export const number = (value: number): string => formats[getLocale()].format(value);

/** "3,7": an average, to one decimal. */
export const tenths = (value: number): string => number(Math.round(value * 10) / 10);
