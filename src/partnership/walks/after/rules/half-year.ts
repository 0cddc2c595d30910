import type { CalendarDate } from '#kernel/calendar-date.ts';

/** A half-year as the address of a page has it: `2026-1` for the spring, `2026-2` for the autumn. */
export type HalfYear = string;

/** The half-year that a day falls in. */
export const halfYearOf = (day: CalendarDate): HalfYear => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;

/** The half-year that is written, or null where none is. */
export const halfYearFrom = (written: string | null | undefined): HalfYear | null => (/^2\d{3}-[12]$/.test(written ?? '') ? written! : null);

/** The first and the last day of a half-year. */
export function daysOf(half: HalfYear): { from: CalendarDate; to: CalendarDate } {
  const [year, part] = half.split('-');
  return part === '1' ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The half-year before this one. */
export function halfYearBefore(half: HalfYear): HalfYear {
  const [year, part] = half.split('-');
  return part === '2' ? `${year}-1` : `${Number(year) - 1}-2`;
}
