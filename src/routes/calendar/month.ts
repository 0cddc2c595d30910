import { addDays, addMonths, type CalendarDate, isCalendarDate, lastDayOfMonth, weekday, weekNumber } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';

/** The month that a day is in. */
export const monthOf = (date: CalendarDate): Period => ({ start: `${date.slice(0, 7)}-01`, end: lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) });

/** The month written "2026-12"; null for anything else. */
export function monthNamed(written: string | null): Period | null {
  const first = `${written}-01`;
  return isCalendarDate(first) ? monthOf(first) : null;
}

/** The month before or after, written as addresses write it. */
export const monthFrom = ({ start }: Period, months: number): string => addMonths(start, months).slice(0, 7);

export interface Week {
  number: number;
  /** From Monday to Sunday; null where the day is of another month. */
  days: (CalendarDate | null)[];
}

/** The weeks that the month touches. */
export function weeksOf({ start, end }: Period): Week[] {
  const weeks: Week[] = [];
  for (let monday = addDays(start, 1 - weekday(start)); monday <= end; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    weeks.push({ number: weekNumber(monday), days: days.map((date) => (date >= start && date <= end ? date : null)) });
  }
  return weeks;
}
