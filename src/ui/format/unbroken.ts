const NO_BREAK = '\u00a0';

/** Agreement words for showing, with amounts that stay on one line: "8 000 kr". Never for what is kept or compared. */
export const unbrokenAmounts = (words: string): string =>
  words.replace(/(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g, (amount) => amount.replaceAll(' ', NO_BREAK)).replace(/(?<=\d) (?=(?:kr|kronor|[tm]kr|%)(?!\p{L}))/giu, NO_BREAK);
