import { addDays, addMonths, lastDayOfMonth, type CalendarDate, type DatePrecision } from '#kernel/calendar-date.ts';
import type { AgreedPeriod, Deadline } from '../model.ts';
import { datesIn, lastDay, type FoundDate } from './lex/dates.ts';
import { rangesIn } from './lex/date-ranges.ts';
import { matchesIn } from './lex/matches.ts';
import { withoutOverlap } from './lex/overlap.ts';
import { numeral } from './lex/numerals.ts';
import { remembered } from './remembered.ts';

/** A time the text names, and how it is known. */
export interface When {
  at: number;
  end: number;
  /** The date as found; null for a time told by the agreement's start or end. */
  found: FoundDate | null;
  relative: Deadline['relative'];
  /** True when it is one end of "from … to …". */
  ofRange: boolean;
}

/** A day the calendar can hold. */
export interface Day {
  date: CalendarDate;
  precision: DatePrecision;
  derived: boolean;
}

const COUNT = String.raw`(?<count>\d{1,3}|[\p{L}]{2,12})(?:\s*\(\s*[\p{L}\d]{1,12}\s*\))?`;
const OFFSET = new RegExp(String.raw`(?<![\p{L}\d])${COUNT}\s+(?<unit>dag(?:ar)?|veck(?:a|or)|månad(?:er)?|mån\.?|år)\s+(?<side>före|innan|efter|från)(?:\s+(?:det\s+)?att)?\s+`, 'giu');
const THING = String.raw`(?:avtal|partnerskap|överenskommelse|löptid|projekt|period|samarbet|samverkan|IOP)[\p{L}:]*`;
const END = new RegExp(String.raw`^(?:\S+\s+){0,3}?(?:${THING}\s+(?:\S+\s+){0,2}?(?:utgång|slut(?![\p{L}])|slutdatum|sista dag|upphör|avslut|löper ut|löpt ut|går ut|gått ut|utlöp)|(?:utgången|slutet|avslutad|avslutat|avslutandet|upphörandet)\s+(?:av\s+)?(?:\S+\s+)?${THING}|slutdatum)`, 'iu');
const START = new RegExp(String.raw`^(?:\S+\s+){0,3}?(?:${THING}\s+(?:\S+\s+){0,2}?(?:start|början|ikraftträdande|trätt i kraft|träder i kraft|tillträde|påbörja)|(?:början|starten|ingången)\s+av\s+${THING}|${THING.replace('[\\p{L}:]*', '')}[\p{L}]*start)`, 'iu');
const AT_THE_END = new RegExp(String.raw`(?<![\p{L}])(?:senast\s+)?(?:vid|i samband med|före|innan|till)\s+(?=(?:${END.source.slice(1)}))`, 'giu');

/** Every time named in the text, left to right: dates, and distances from the agreement's start or end. */
export const whensIn = remembered((text: string): readonly When[] => {
  const inRange = new Set(rangesIn(text).flatMap((range) => [range.from.at, range.to.at]));
  const dates: When[] = datesIn(text).filter((found) => !isShare(text, found)).map((found) => ({ at: found.at, end: found.end, found, relative: null, ofRange: inRange.has(found.at) }));
  return withoutOverlap([...yearEndsIn(text), ...dates, ...relativesIn(text)]);
});

const YEAR_END = new RegExp(String.raw`(?<![\p{L}\d])${COUNT}\s+månad(?:er)?\s+efter\s+(?:varje\s+|respektive\s+)?(?:kalender|verksamhets|räkenskaps|budget)år(?:et)?s?\s+(?:utgång|slut)`, 'giu');

/** "två månader efter varje kalenderårs utgång": the last of February. */
function yearEndsIn(text: string): When[] {
  if (!/år(?:et)?s?\s+(?:utgång|slut)/i.test(text)) return [];
  return matchesIn(YEAR_END, text).flatMap((match) => {
    const count = countOf(match.groups!['count']!);
    if (count === null || count < 1 || count > 12) return [];
    const found: FoundDate = { at: match.index, end: match.index + match[0].length, year: null, month: count, day: null, precision: 'month', months: 1, week: null, edge: 'end', turn: false, incomplete: false, yearBeside: false };
    return [{ at: found.at, end: found.end, found, relative: null, ofRange: false }];
  });
}

/** "2/3 den 1 juni" is two thirds, not the second of March. */
const isShare = (text: string, { at, end }: FoundDate): boolean => /^[1-9]\/[2-9]$/.test(text.slice(at, end)) && /^\s(?:den|av|i|vid|när|senast|betalas|utbetalas|efter)(?!\p{L})/u.test(text.slice(end, end + 12));

function relativesIn(text: string): When[] {
  if (!/före|innan|efter|från|vid|samband|till/i.test(text)) return [];
  const found: When[] = [];
  for (const match of matchesIn(OFFSET, text)) {
    const count = countOf(match.groups!['count']!);
    const after = match.index + match[0].length;
    const anchor = count === null ? null : anchorAt(text.slice(after, after + 90));
    if (count === null || !anchor) continue;
    const sign = /före|innan/i.test(match.groups!['side']!) ? -1 : 1;
    found.push({ at: match.index, end: after + anchor.length, found: null, ofRange: false, relative: { anchor: anchor.anchor, ...distance(count * sign, match.groups!['unit']!) } });
  }
  for (const match of matchesIn(AT_THE_END, text)) {
    const anchor = END.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 90));
    if (anchor) found.push({ at: match.index, end: match.index + match[0].length + anchor[0].length, found: null, ofRange: false, relative: { anchor: 'end', months: 0, days: 0 } });
  }
  return found;
}

function anchorAt(text: string): { anchor: 'start' | 'end'; length: number } | null {
  const end = END.exec(text);
  if (end) return { anchor: 'end', length: end[0].length };
  const start = START.exec(text);
  return start && { anchor: 'start', length: start[0].length };
}

const countOf = (word: string): number | null => (/^\d+$/.test(word) ? Number(word) : /^ett?|en$/i.test(word) ? 1 : numeral(word.toLowerCase()));

function distance(count: number, unit: string): { months: number; days: number } {
  if (/^mån/i.test(unit)) return { months: count, days: 0 };
  if (/^år/i.test(unit)) return { months: 12 * count, days: 0 };
  return { months: 0, days: /^veck/i.test(unit) ? 7 * count : count };
}

/** The day a distance from the agreement's start or end falls on, from the last of a month to the last of a month; null while that end is unknown. */
export function dayOfRelative(relative: NonNullable<Deadline['relative']>, period: AgreedPeriod | null): Day | null {
  const anchor = relative.anchor === 'start' ? period?.start : period?.end;
  if (!anchor) return null;
  const date = addMonths(anchor.date, relative.months);
  const isLast = relative.days === 0 && anchor.date === lastDayOfMonth(Number(anchor.date.slice(0, 4)), Number(anchor.date.slice(5, 7)));
  return { date: isLast ? lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : addDays(date, relative.days), precision: 'day', derived: true };
}

/** The day a date in the text means as a last day; null where it has no year. */
export function dayOf(found: FoundDate): Day | null {
  const date = found.turn && found.year !== null ? `${found.year}-12-31` : lastDay(found);
  return date ? { date, precision: found.precision, derived: found.yearBeside } : null;
}

/** How a date without a year is meant. */
export interface Yearless {
  /** "varje år", "per år": once for each year of the agreement. */
  every: boolean;
  /** It looks back on a year that has passed: a year's report comes after the year. */
  yearBack: boolean;
  /** How long after the term a report that looks back may come; 11 months unless said. */
  monthsBack?: number;
  /** It accounts for what was done, so that the last one may come when the agreement has just ended. */
  isReport?: boolean;
  /** It comes after the agreement has ended. */
  afterEnd: boolean;
  /** It is said of the whole agreement, so that only the last one can be meant. */
  last: boolean;
}

/** The days that a date without a year stands for within the agreement's period, earliest first; none where there is no period to take the year from. */
export function daysOfYearless(found: FoundDate, period: AgreedPeriod | null, meant: Yearless): Day[] {
  if (!period?.start || !period.end) return [];
  const from = period.start.date;
  const to = period.end.date;
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4)) + 1;
  const all: CalendarDate[] = [];
  for (let year = first; year <= Math.min(last, first + 30); year += 1) {
    const day = found.edge === 'end' && found.day !== null && found.month !== null ? lastDayOfMonth(year, found.month) : lastDay(found, year);
    if (day) all.push(day);
  }
  return chosen(all, from, to, meant).map((date) => ({ date, precision: found.precision, derived: true }));
}

function chosen(all: CalendarDate[], from: CalendarDate, to: CalendarDate, meant: Yearless): CalendarDate[] {
  const inside = all.filter((date) => date >= from && date <= to);
  const after = all.filter((date) => date > to).slice(0, 1);
  if (meant.afterEnd) return after;
  if (meant.yearBack && meant.every) {
    const since = all.filter((date) => date >= addMonths(from, Math.min(6, meant.monthsBack ?? 6)));
    const isOfSameYear = (meant.monthsBack ?? 11) > 6 && since[0]?.slice(0, 4) === from.slice(0, 4); // a report so late tells of its own year, and none is left to come
    return since.filter((date) => date <= addMonths(to, isOfSameYear ? 1 : (meant.monthsBack ?? 11)));
  }
  if (meant.last) return inside.length > 0 ? inside.slice(-1) : after;
  if (inside.length > 0 && meant.every && meant.isReport) return [...inside, ...after.filter((date) => date <= addMonths(to, 1))];
  if (inside.length > 0) return inside;
  return after.filter((date) => date <= addMonths(to, 6));
}
