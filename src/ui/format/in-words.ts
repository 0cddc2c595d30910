import * as m from '#messages';

/** Whole numbers up to twelve in words, as one writes them in running text; larger ones in figures. */
export const inWords = (count: number): string => m.numbers_in_words().split(' ')[count] ?? String(count);
