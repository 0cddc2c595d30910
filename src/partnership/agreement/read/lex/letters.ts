/**
 * Letters folded for looking up: case, kinds of space and kinds of digit tell nothing apart, and every sign that is not Swedish
 * is one and the same. Two signs that a pattern takes for one, whatever its flags, always fold alike.
 */
const FOLDED = 'abcdefghijklmnopqrstuvwxyzåäö 0.';

/** How many folded letters there are, a power of two; a folded letter is a number below it. */
export const LETTERS = FOLDED.length;

const SPACE = FOLDED.indexOf(' ');
const DIGIT = FOLDED.indexOf('0');
const OTHER = FOLDED.indexOf('.');

/** What "k", "s" and "å" are also written as: the signs for kelvin and ångström, and a long s. */
const ALSO: Record<string, string> = { '\u212a': 'k', '\u017f': 's', '\u212b': 'å' };

function folded(sign: string): number {
  if (/\s/.test(sign)) return SPACE;
  if (/\d/.test(sign)) return DIGIT;
  const at = FOLDED.slice(0, SPACE).indexOf(ALSO[sign] ?? sign.toLowerCase());
  return at < 0 ? OTHER : at;
}

const NARROW = Uint8Array.from({ length: 256 }, (_, code) => folded(String.fromCharCode(code)));

/** The folded letter of a UTF-16 code unit. */
export const letterOf = (code: number): number => (code < 256 ? NARROW[code]! : folded(String.fromCharCode(code)));

/** The folded letters of a text, for reading: "Högst 10 kr!" is "högst 00 kr.". */
export const foldedText = (text: string): string => [...Array(text.length).keys()].map((at) => FOLDED[letterOf(text.charCodeAt(at))]).join('');
