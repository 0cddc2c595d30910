import { getLocale } from '#locale';

const formats = { sv: new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'EUR', currencyDisplay: 'name' }), en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', currencyDisplay: 'name' }) };

/** "1 250,50 euro" in Swedish, "1,250.50 euros" in English, from whole cents. */
export const euro = (cents: number): string => formats[getLocale()].format(cents / 100);
