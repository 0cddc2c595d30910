/**
 * Letters folded for looking up: case, kinds of space and kinds of digit tell nothing apart, and every sign that is not Swedish
 * is one and the same. Two signs that a pattern takes for one, whatever its flags, always fold alike.
 */
const FOLDED = 'abcdefghijklmnopqrstuvwxyzåäö 0.';

/** A folded letter is a number of so many bits. */
const LETTER_BITS = 5;

const SPACE = FOLDED.indexOf(' ');
const DIGIT = FOLDED.indexOf('0');
const OTHER = FOLDED.indexOf('.');

/** What "k", "s" and "å" are also written as: the signs for kelvin and ångström, and a long s. */
const ALSO: Record<string, string> = { '\u212a': 'k', '\u017f': 's', '\u212b': 'å' };
const SPACES = '\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

function folded(sign: string): number {
  if (/\s/.test(sign)) return SPACE;
  if (/\d/.test(sign)) return DIGIT;
  const at = FOLDED.slice(0, SPACE).indexOf(ALSO[sign] ?? sign.toLowerCase());
  return at < 0 ? OTHER : at;
}

const NARROW = Uint8Array.from({ length: 256 }, (_, code) => folded(String.fromCharCode(code)));
const WIDE = new Map([...SPACES, ...Object.keys(ALSO)].map((sign) => [sign.charCodeAt(0), folded(sign)]));

/** The folded letter of a UTF-16 code unit. */
const letterOf = (code: number): number => (code < 256 ? NARROW[code]! : (WIDE.get(code) ?? OTHER));

/** How many letters in a row are looked up together. */
export const TOGETHER = 3;

/** In how many ways they can be written; each is a number below this. */
export const WAYS = 1 << (LETTER_BITS * TOGETHER);

/** The way that begins one letter further on: the first letter is let go, and the one of this code unit comes after the rest. */
export const nextWay = (way: number, code: number): number => ((way << LETTER_BITS) & (WAYS - 1)) | letterOf(code);

/** The folded letters of a text, for reading: "Högst 10 kr!" is "högst 00 kr.". */
export const foldedText = (text: string): string => [...Array(text.length).keys()].map((at) => FOLDED[letterOf(text.charCodeAt(at))]).join('');
