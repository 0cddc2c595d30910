import { type CalendarDate, weekNumber } from '#kernel/calendar-date.ts';
import * as m from '#messages';

/** "vecka 49". Apart from the other forms of a day, because only pages without script need it and it brings a calendar along. */
export const week = (date: CalendarDate): string => m.week({ number: weekNumber(date) });
