import type { CalendarDate } from './calendar-date.ts';

/** What a cell of a table to take along holds: words, a number, an ISO day, or nothing. Blank is not zero. */
export type Cell = string | number | { day: CalendarDate } | null;

/** A table to take along: its head, and its rows, each as long as the head. */
export interface Table {
  head: string[];
  rows: Cell[][];
}

/** The cell of a day that may be unknown. */
export const dayCell = (day: CalendarDate | null | undefined): Cell => (day ? { day } : null);
