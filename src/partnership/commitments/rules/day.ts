import { addDays, addMonths, type CalendarDate, type DatePrecision, lastDayOfMonth } from '#kernel/calendar-date.ts';
import type { Deadline } from '#pure/agreement';
import type { Basis, Duty, Term, Timing } from '../model.ts';

/** The last day that the date, as exactly as it is known, can mean. */
export function lastDayOf(date: CalendarDate, precision: DatePrecision): CalendarDate {
  if (precision === 'day') return date;
  if (precision === 'year') return `${date.slice(0, 4)}-12-31`;
  return lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** The first day that it can mean. */
export function firstDayOf(date: CalendarDate, precision: DatePrecision): CalendarDate {
  if (precision === 'day') return date;
  return precision === 'year' ? `${date.slice(0, 4)}-01-01` : `${date.slice(0, 7)}-01`;
}

/** On this day, or within this month or year. */
export const on = (date: CalendarDate, precision: DatePrecision, basis: Basis): Timing => ({
  type: 'on',
  date: lastDayOf(date, precision),
  precision,
  basis,
  shiftedFrom: null,
});

/** The day at this distance from the start or end of the term; null while that end is unknown. */
export function dayAt({ anchor, months, days }: NonNullable<Deadline['relative']>, term: Term): CalendarDate | null {
  const from = term[anchor];
  return from && addDays(addMonths(from, months), days);
}

/** The date a duty is bound to with its precision, whatever else it waits for; null where it has none. */
export function dateOf({ timing }: Pick<Duty, 'timing'>): { date: CalendarDate; precision: DatePrecision } | null {
  if (timing.type === 'within') return { date: timing.to, precision: isOneMonth(timing) ? 'month' : 'day' };
  if (timing.type === 'on') return { date: timing.date, precision: timing.precision };
  if (timing.type === 'awaits' && timing.date) return { date: timing.date, precision: timing.precision ?? 'day' };
  return null;
}

/** Any day of one month, to its last: that month. */
const isOneMonth = ({ from, to }: { from: CalendarDate; to: CalendarDate }): boolean => from.slice(0, 7) === to.slice(0, 7) && to === lastDayOf(to, 'month');

/** Whether all that the duty's date can mean lies before or after the term. */
export function outsideOf(duty: Pick<Duty, 'timing'>, term: Term): Duty['outside'] {
  const bound = dateOf(duty);
  if (!bound) return null;
  if (term.start && lastDayOf(bound.date, bound.precision) < term.start) return 'before';
  return term.end && firstDayOf(bound.date, bound.precision) > term.end ? 'after' : null;
}
