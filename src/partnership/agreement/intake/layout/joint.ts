const ENDED_ADDRESS = /\.(?:se|nu|com|org|net|eu)[.,;)]?$/i;

/**
 * What stands between two lines of one paragraph. Nothing where a number or an address was broken; the break itself after
 * a hyphen, since the reader knows better whether it belongs to the word; otherwise a space.
 */
export function joint(before: string, next: string): '' | ' ' | '\n' {
  if (/\d[-–]$/.test(before) && /^\d/.test(next)) return '';
  const last = before.slice(before.search(/\S+$/));
  if (/^@\S/.test(next) || (last.includes('@') && !ENDED_ADDRESS.test(last) && /^[\p{Ll}\d.-]/u.test(next))) return '';
  return /\p{L}[-\u00ad]$/u.test(before) ? '\n' : ' ';
}

/** A cell's words on one line: a word broken by a hyphen is mended, "EST-samordnare" keeps its own. */
export const unbroken = (text: string): string =>
  text
    .replace(/(\p{Lu})-\n(?=\p{L})/gu, '$1-')
    .replace(/(\p{Ll})[-\u00ad]\n(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ');
