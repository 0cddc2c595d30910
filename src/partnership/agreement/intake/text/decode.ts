/** A file's characters, and whether some of its bytes stood for none. */
export interface Decoded {
  text: string;
  isLossy: boolean;
}

/**
 * The characters of a text file in UTF-8, UTF-16 or Windows-1252 (of which ISO-8859-1 is the printable part), with or
 * without a byte order mark; null where the bytes are no text.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const wide = wideOrder(bytes);
  if (wide) return asText(decoded(bytes, wide));
  if (bytes.includes(0)) return null;
  return utf8(bytes) ?? asText(decoded(bytes, 'windows-1252'));
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const decoded = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

/** Undefined where the file begins with no mark. */
function byMark(bytes: Uint8Array): Decoded | null | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length > 4 ? null : asText(decoded(bytes, 'utf-16le'));
  if (a === 0xfe && b === 0xff) return asText(decoded(bytes, 'utf-16be'));
  if (a === 0xef && b === 0xbb && c === 0xbf) return asText(decoded(bytes, 'utf-8'));
  return undefined;
}

/** UTF-16 without a mark: of Western letters every other byte is zero. */
function wideOrder(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 8192 - (bytes.length % 2));
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const most = sample.length / 2 * 0.7;
  const [even, odd] = zeros as [number, number];
  if (odd > most && even <= odd / 50) return 'utf-16le';
  if (even > most && odd <= even / 50) return 'utf-16be';
  return null;
}

/** UTF-8, also with a few damaged characters; null where the letters beyond ASCII are written in another way. */
function utf8(bytes: Uint8Array): Decoded | null {
  const text = decoded(bytes, 'utf-8');
  const lost = count(text, /\ufffd/g);
  if (lost === 0) return asText(text);
  const kept = count(text, /[^\p{ASCII}\ufffd]/gu);
  return kept > lost * 4 ? asText(text) : null;
}

/** Null where control characters tell that this was never written for people. */
function asText(text: string): Decoded | null {
  const controls = count(text, /[[\p{Cc}\ufffe\uffff]--[\t\n\v\f\r\u0085]]/gv);
  const lost = count(text, /\ufffd/g);
  if (controls > 1 + text.length / 1000 || lost > text.length / 50) return null;
  return { text, isLossy: lost > 0 };
}

const count = (text: string, what: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(what)) found += 1;
  return found;
};
