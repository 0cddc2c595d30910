/** Longer than any word or address that people write; only a line of such a length can be without a place to break it. */
const LONGEST_WORD = 50;

/** The text with places where words longer than this may be broken, which show nothing. */
export const breakable = (text: string, longest = LONGEST_WORD): string =>
  text.replace(/\S+/g, (word) => (word.length <= longest ? word : [...word].map((letter, at) => (at > 0 && at % longest === 0 ? `\u200b${letter}` : letter)).join('')));
