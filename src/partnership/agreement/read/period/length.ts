import { addDays, addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import { matchesIn } from '../lex/matches.ts';
import { numeral } from '../lex/numerals.ts';
import { remembered } from '../remembered.ts';

/** How long something lasts, as said: "24 månader", "tre år", "ett och ett halvt år". */
export interface FoundLength {
  at: number;
  end: number;
  months: number;
}

/** "ett treårigt avtal", "tvåårigt": a length as a quality. */
const YEARS_LONG = /(?<![\p{L}\d])(\p{L}{2,6}|\d{1,2}-?)årig(?:t|a)?(?=[\s.,])/giu;

const LENGTH = /(?<![\p{L}\d.,–-])(\d{1,3}|ett och ett halvt|två och ett halvt|ett halvt|halvt|\p{L}{2,12})(?:\s*\(\s*\d{1,3}\s*\))?\s*(?:stycken\s+)?(månader|månad|mån\.?|års?|kalenderår|verksamhetsår|läsår|halvår|veckor)(?:s?\s*(?:period|avtal|tid))?(?!\p{L})/giu;

/** What stands wherever a length does: the end of a number, and the beginning of a unit. */
export const LENGTH_SIGN = /(?:\d|\)|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ton|tjugo|hundra|tusen|miljon|miljoner|noll|halvt)\s*-?(?:stycken\s+)?(?:mån|år|kalenderår|verksamhetsår|läsår|halvår|veck)/i;

/** Every length of time in the text; "uppsägningstid" and ages are the caller's to tell apart. */
export const lengthsIn = remembered((text: string): readonly FoundLength[] => {
  const found: FoundLength[] = [];
  if (!LENGTH_SIGN.test(text)) return found;
  for (const match of matchesIn(LENGTH, text)) {
    const many = amount(match[1]!.toLowerCase());
    if (many === null || many === 0) continue;
    const unit = match[2]!.toLowerCase();
    if (unit.startsWith('veck')) continue;
    const months = unit.startsWith('mån') ? many : unit === 'halvår' ? many * 6 : many * 12;
    if (months <= 180) found.push({ at: match.index, end: match.index + match[0].length, months });
  }
  for (const match of text.includes('årig') ? matchesIn(YEARS_LONG, text) : []) {
    const many = amount(match[1]!.toLowerCase().replace('-', ''));
    if (many !== null && many > 0 && many <= 10) found.push({ at: match.index, end: match.index + match[0].length, months: many * 12 });
  }
  return found;
});

function amount(word: string): number | null {
  if (/^\d/.test(word)) return Number(word);
  const said: Record<string, number> = { ett: 1, en: 1, 'ett och ett halvt': 1.5, 'två och ett halvt': 2.5, 'ett halvt': 0.5, halvt: 0.5 };
  return said[word] ?? numeral(word);
}

/** The last day of so many months from a first day: 24 months from 2019-01-01 end 2020-12-31. */
export const endAfter = (start: CalendarDate, months: number): CalendarDate => addDays(addMonths(start, Math.round(months)), -1);
