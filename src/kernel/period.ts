import type { CalendarDate } from './calendar-date.ts';

/** From the first day to the last, both included. */
export interface Period {
  start: CalendarDate;
  end: CalendarDate;
}

export const contains = (period: Period, date: CalendarDate): boolean => period.start <= date && date <= period.end;
