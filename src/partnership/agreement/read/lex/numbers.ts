import { matchesIn } from './matches.ts';
import { numeral } from './numerals.ts';
import { remembered } from '../remembered.ts';

/** A number in running text, in figures or words. */
export interface WrittenNumber {
  at: number;
  end: number;
  value: number;
  /** Written with its thousands apart: `1 250 000` or `1.250.000`. */
  grouped: boolean;
  /** Followed by "%" or "procent". */
  percent: boolean;
  /** Preceded by "ca", "cirka", "omkring" and the like. */
  approx: boolean;
  /** Written in letters. */
  word: boolean;
}

/** Figures as Swedes write them. Never the tail of a date, a telephone number, a section number or a word. */
export const FIGURES = String.raw`(?<![\p{L}\d§/:.,+][-–]?|(?<!\b(?:19|20)\d)\d[ \u00a0])(?!0\d)(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.])|\d{1,9}(?!\d))(?:,\d{1,2}(?!\d)|\.\d{1,2}(?![\d.]))?`;
const NUMBER = new RegExp(`${FIGURES}(?![-–]\\d{2}-|-\\p{L}|:\\d|/\\d)|(?<![\\p{L}\\d-])\\p{L}{2,40}(?![\\p{L}\\d])`, 'gu');
const APPROX = /\b(?:ca\.?|c:a|cirka|circa|omkring|ungefär|runt|uppskattningsvis|drygt|knappt|uppemot|runt om|omkr\.?)\s*$/i;

export const isApprox = (before: string): boolean => APPROX.test(before);

/** Every number of the text, left to right; "en" and "ett" are articles and left out. */
export const numbersIn = remembered((text: string): readonly WrittenNumber[] => {
  const found: WrittenNumber[] = [];
  for (const match of matchesIn(NUMBER, text)) {
    const word = !'0123456789'.includes(match[0][0]!);
    const value = word ? numeral(match[0].toLowerCase()) : valueOf(match[0]);
    if (value === null) continue;
    const end = match.index + match[0].length;
    found.push({
      at: match.index,
      end,
      value,
      grouped: /\d[ .\u00a0\u202f\u2009]\d{3}/.test(match[0]),
      percent: /^\s*(%|procent)/.test(text.slice(end, end + 12)),
      approx: isApprox(text.slice(Math.max(0, match.index - 20), match.index)),
      word,
    });
  }
  return found;
});

/** `1 250 000,50` → 1250000.5; a point or space before three figures parts thousands, else the point is a decimal. */
export function valueOf(figures: string): number {
  const plain = figures.replace(/[ \u00a0\u202f\u2009]/g, '').replace(/\.(?=\d{3}(?:\D|$))/g, '');
  return Number(plain.replace(',', '.'));
}
