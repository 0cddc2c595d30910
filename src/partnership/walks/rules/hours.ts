import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '#kernel/calendar-date.ts';

/** Milliseconds since 1970 of this hour of the clock in Sweden. An hour that summer time skips is the one after; one that comes twice is the first. */
const instantOf = (day: Temporal.PlainDate, hour: string): Date => new Date(day.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: Temporal.PlainTime.from(hour) }).epochMilliseconds);

/** When a walk of this night starts and ends, from hours `HH:MM` in Sweden. One that ends no later than it starts ends the day after. */
export function hoursOf(night: CalendarDate, from: string, to: string): { starts: Date; ends: Date } {
  const day = Temporal.PlainDate.from(night);
  return { starts: instantOf(day, from), ends: instantOf(to > from ? day : day.add({ days: 1 }), to) };
}
