import type { CalendarDate } from './calendar-date.ts';

/** From the first day to the last, both included. */
export interface Period {
  start: CalendarDate;
  end: CalendarDate;
}
