import { addDays, addMonths, lastDayOfMonth, type CalendarDate, type DatePrecision } from '#kernel/calendar-date.ts';
import type { AgreedPeriod, Deadline } from '../model.ts';
import { distancesIn, type Length } from './distances.ts';
import { datesIn, lastDay, type FoundDate } from './lex/dates.ts';
import { rangesIn } from './lex/date-ranges.ts';
import { withoutOverlap } from './lex/overlap.ts';
import { remembered } from './remembered.ts';

/** A time the text names, and how it is known. */
export interface When {
  at: number;
  end: number;
  /** The date as found; null for a time told by the agreement's start or end, or by its years. */
  found: FoundDate | null;
  relative: Deadline['relative'];
  /** A time told by the end of each year of the agreement: "två månader efter varje kalenderårs utgång". */
  yearly: ({ of: 'term' | 'calendar' } & Length) | null;
  /** How far from the date the time is: "sex veckor efter den 30 april". */
  after: Length | null;
  /** True when it is one end of "from … to …". */
  ofRange: boolean;
}

/** A day the calendar can hold. */
export interface Day {
  date: CalendarDate;
  precision: DatePrecision;
  derived: boolean;
}

/** Every time named in the text, left to right: dates, and distances from the agreement's start or end. */
export const whensIn = remembered((text: string): readonly When[] => {
  const inRange = new Set(rangesIn(text).flatMap((range) => [range.from.at, range.to.at]));
  const told = distancesIn(text);
  const dates: When[] = datesIn(text).filter((found) => !isShare(text, found)).map((found) => ({ at: found.at, end: found.end, found, relative: null, yearly: null, after: null, ofRange: inRange.has(found.at) }));
  let next = 0;
  for (const { end, from, length } of told) if (from === 'day') next = countFrom(dates, next, { end, length, text });
  const distances: When[] = told.flatMap(({ at, end, from, length }) => {
    if (from === 'day') return [];
    const isYearly = from === 'each-term-year' || from === 'each-calendar-year';
    return [{ at, end, found: null, relative: isYearly ? null : { anchor: from, ...length }, yearly: isYearly ? { of: from === 'each-term-year' ? 'term' : 'calendar', ...length } : null, after: null, ofRange: false }];
  });
  return withoutOverlap([...dates, ...distances]);
});

/** Counts a distance from the day named after it, and from those named beside that one: "inom tre veckor efter halvårets slut (31 januari respektive 31 juli)". Tells which date is next. */
function countFrom(dates: When[], from: number, { end, length, text }: { end: number; length: Length; text: string }): number {
  let at = from;
  while (at < dates.length && dates[at]!.at < end) at += 1;
  for (let last = end; at < dates.length; at += 1) {
    const date = dates[at]!;
    const between = text.slice(last, Math.min(date.at, last + 80));
    const isBeside = last === end ? date.at - end <= 60 && !/[.,;:]|\s(?:och|samt|senast)\s/i.test(between) : /^,?\s(?:och|respektive|samt|resp\.)\s$|^,\s$/i.test(between);
    if (date.found!.day === null || !isBeside) break;
    date.after = length;
    last = date.end;
  }
  return at;
}

/** "2/3 den 1 juni" is two thirds, not the second of March. */
const isShare = (text: string, { at, end }: FoundDate): boolean => /^[1-9]\/[2-9]$/.test(text.slice(at, end)) && /^\s(?:den|av|i|vid|när|senast|betalas|utbetalas|efter)(?!\p{L})/u.test(text.slice(end, end + 12));

/** The day a distance from the agreement's start or end falls on, from the last of a month to the last of a month; null while that end is unknown. */
export function dayOfRelative(relative: NonNullable<Deadline['relative']>, period: AgreedPeriod | null): Day | null {
  const anchor = relative.anchor === 'start' ? period?.start : period?.end;
  if (!anchor) return null;
  return { date: distant(anchor.date, relative), precision: 'day', derived: true };
}

/** The days a time stands for: one where it is dated or a distance from the term's ends, else one for each year it is meant for. */
export function daysOfWhen(when: When, period: AgreedPeriod | null, meant: Yearless): Day[] {
  if (when.yearly) return daysAfterYears(when.yearly, period);
  if (when.relative) {
    const day = dayOfRelative(when.relative, period);
    return day ? [day] : [];
  }
  const day = dayOf(when.found!);
  const days = day ? [day] : daysOfYearless(when.found!, period, meant);
  return when.after ? days.map(({ date }) => ({ date: distant(date, when.after!), precision: 'day', derived: true })) : days;
}

/** One day for the end of each of the term's years, the last one included though it falls after the term. */
function daysAfterYears({ of, months, days }: NonNullable<When['yearly']>, period: AgreedPeriod | null): Day[] {
  if (!period?.start || !period.end) return [];
  const [from, to] = [period.start.date, period.end.date];
  const ends: CalendarDate[] = [];
  for (let year = 0; year < 30; year += 1) {
    const end = of === 'term' ? addDays(addMonths(from, 12 * (year + 1)), -1) : lastDayOfMonth(Number(from.slice(0, 4)) + year, 12);
    if (end > to) break;
    ends.push(end);
  }
  return ends.map((end) => ({ date: distant(end, { months, days }), precision: 'day', derived: true }));
}

/** The day so far from another, from the last of a month to the last of a month. */
export function distant(from: CalendarDate, { months, days }: Length): CalendarDate {
  const date = addMonths(from, months);
  const isLast = days === 0 && from === lastDayOfMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)));
  return isLast ? lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : addDays(date, days);
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
    const since = all.filter((date) => date >= addDays(addMonths(from, Math.min(6, meant.monthsBack ?? 6)), -1));
    const isOfSameYear = (meant.monthsBack ?? 11) > 6 && since[0]?.slice(0, 4) === from.slice(0, 4); // a report so late tells of its own year, and none is left to come
    return since.filter((date) => date <= addMonths(to, isOfSameYear ? 1 : (meant.monthsBack ?? 11)));
  }
  if (meant.last) return inside.length > 0 ? inside.slice(-1) : after;
  if (inside.length > 0 && meant.every && meant.isReport) return [...inside, ...after.filter((date) => date <= addMonths(to, 2))];
  if (inside.length > 0) return inside;
  return after.filter((date) => date <= addMonths(to, 6));
}
