/** A letter that takes a wide string to hold. */
export const WIDE = /[\u0100-\uffff]/;

/** Longer words are left as they are. */
const LONGEST = 10_000;

const codes = new Uint8Array(LONGEST);

/**
 * The same letters as a string of its own. A slice of a text that holds one wide letter (a dash, a curly quote) is itself
 * kept wide, and patterns run over wide strings at half the speed; where no letter of the slice is wide it is made anew.
 */
export function narrow(words: string): string {
  if (words.length > LONGEST) return words;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code > 255) return words;
    codes[at] = code;
  }
  return String.fromCharCode.apply(null, codes.subarray(0, words.length) as unknown as number[]);
}
