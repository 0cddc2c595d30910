import { addDays, addMonths, type CalendarDate, daysBetween, lastDayOfMonth } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';
import type { Recurrence } from '#pure/agreement';

/** How often something comes back that is laid out on the calendar. */
export type Laid = Exclude<Recurrence, 'weekly'>;

/** One calendar unit of something that comes back: a month, a quarter, half a year or a year. */
export interface Occurrence extends Period {
  /** The same for the same unit whatever the term: `2025-03`, `2025-Q1`, `2025-H2`, `2025`. */
  label: string;
}

/**
 * The calendar units that lie in the term, clipped to it. A unit with less than half of itself in the term is left out,
 * so that an agreement from 22 December owes no report for that quarter – unless it would then owe none at all.
 */
export function occurrencesIn(recurrence: Laid, term: Period): Occurrence[] {
  const units = unitsTouching(recurrence, term).map((unit) => ({ unit, clipped: clip(unit, term) }));
  const half = units.filter(({ unit, clipped }) => 2 * length(clipped) >= length(unit));
  return (half.length > 0 ? half : units.slice(-1)).map(({ clipped }) => clipped);
}

/** Further days of something that comes back from a first day on, up to the last: the first included. */
export function daysFrom(first: CalendarDate, recurrence: Laid, last: CalendarDate): CalendarDate[] {
  const days = [first];
  for (let nth = 1; ; nth++) {
    const day = addMonths(first, MONTHS[recurrence] * nth);
    if (day > last) return days;
    days.push(day);
  }
}

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;

function unitsTouching(recurrence: Laid, term: Period): Occurrence[] {
  const units: Occurrence[] = [];
  for (let unit = unitOf(recurrence, term.start); unit.start <= term.end; unit = unitOf(recurrence, addDays(unit.end, 1))) units.push(unit);
  return units;
}

function unitOf(recurrence: Laid, day: CalendarDate): Occurrence {
  const year = Number(day.slice(0, 4));
  const months = MONTHS[recurrence];
  const nth = Math.floor((Number(day.slice(5, 7)) - 1) / months);
  const start = `${year}-${String(nth * months + 1).padStart(2, '0')}-01`;
  return { start, end: lastDayOfMonth(year, (nth + 1) * months), label: labelOf(recurrence, year, nth) };
}

function labelOf(recurrence: Laid, year: number, nth: number): string {
  if (recurrence === 'yearly') return String(year);
  if (recurrence === 'monthly') return `${year}-${String(nth + 1).padStart(2, '0')}`;
  return `${year}-${recurrence === 'quarterly' ? 'Q' : 'H'}${nth + 1}`;
}

const clip = (unit: Occurrence, term: Period): Occurrence => ({
  ...unit,
  start: unit.start < term.start ? term.start : unit.start,
  end: unit.end > term.end ? term.end : unit.end,
});

const length = (period: Period): number => daysBetween(period.start, period.end) + 1;
