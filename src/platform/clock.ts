import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '#kernel/calendar-date.ts';

/** The only way to ask what time it is. */
export interface Clock {
  now(): Date;
  /** The day it is in Sweden. */
  today(): CalendarDate;
}

export const wallClock: Clock = {
  now: () => new Date(),
  today: () => swedishDay(new Date()),
};

/** A clock that stands still, for tests and for a demonstration of a given day. */
export function stoppedClock(at: string): Clock {
  const moment = new Date(at.length === 10 ? `${at}T09:00:00Z` : at);
  return { now: () => moment, today: () => swedishDay(moment) };
}

/** The moment at which this day begins in Sweden. */
export const startOfDay = (day: CalendarDate): Date => new Date(Temporal.PlainDate.from(day).toZonedDateTime('Europe/Stockholm').epochMilliseconds);

/** The day it was in Sweden. */
export const swedishDay = (moment: Date): CalendarDate =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString();
