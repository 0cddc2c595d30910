import type { CalendarDate, DatePrecision } from '#kernel/calendar-date.ts';
import { hourOf } from '#kernel/hour.ts';
import { dayFormat, writtenDay } from '#kernel/written-day.ts';
import { getLocale } from '#locale';

const noon = (date: CalendarDate) => new Date(`${date}T12:00:00Z`);

const format = (options: Intl.DateTimeFormatOptions) => dayFormat(getLocale(), options);

const KNOWN = { year: 4, month: 7, day: 10 } as const satisfies Record<DatePrecision, number>;

/** "5 december 2026", "december 2026" or "2026", as exactly as the date is known. */
export const day = (date: CalendarDate, precision: DatePrecision = 'day'): string => writtenDay(date.slice(0, KNOWN[precision]), getLocale());

/** "lördag 5 december 2026". */
export const weekdayAndDay = (date: CalendarDate): string =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(noon(date)).replace(',', '');

/** "lör 5 dec", with the year where it is not `thisYear`. */
export function shortDay(date: CalendarDate, thisYear: string): string {
  const year = date.startsWith(thisYear) ? undefined : 'numeric';
  return format({ weekday: year ? undefined : 'short', day: 'numeric', month: 'short', year }).format(noon(date)).replace(',', '').replaceAll('.', '');
}

/** "december 2026". */
export const month = (date: CalendarDate): string => day(date, 'month');

/** "5 december", for a day whose year is plain from what stands around it. */
export const dayAndMonth = (date: CalendarDate): string => format({ day: 'numeric', month: 'long' }).format(noon(date));

/** "5 dec", with the year where it is not `thisYear`. */
export const monthDay = (date: CalendarDate, thisYear: string): string => plain(date, !date.startsWith(thisYear));

/** "1 feb – 31 dec 2025", or with both years where they differ. */
export function dayToDay(from: CalendarDate, to: CalendarDate): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${plain(from, !sameYear)} – ${plain(to, true)}`;
}

const plain = (date: CalendarDate, withYear: boolean): string =>
  format({ day: 'numeric', month: 'short', year: withYear ? 'numeric' : undefined }).format(noon(date)).replaceAll('.', '');

/** A month on an axis: "dec", and for a January that begins a year "2027". */
export const monthTick = (date: CalendarDate, asYear: boolean): string =>
  asYear ? date.slice(0, 4) : format({ month: 'short' }).format(noon(date)).replaceAll('.', '');

/** "mån", "tis" … from Monday. */
export const shortWeekdays = (): string[] => ['05', '06', '07', '08', '09', '10', '11'].map((date) => format({ weekday: 'short' }).format(noon(`2026-01-${date}`)));

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day it was in Sweden at that moment, as "5 december 2026". */
export const dayOfMoment = (moment: Date): string => day(inSweden.format(moment));

/** "5 december 2026 14.05": the moment as the clocks in Sweden showed it. */
export const dayAndTime = (moment: Date): string => `${dayOfMoment(moment)} ${timeOf(moment)}`;

/** "21.00": the hour of a moment as the clocks in Sweden show it. */
export const timeOf = (moment: Date): string => hourOf(moment, getLocale());

/** "21.00–00.30": from one moment to another as the clocks in Sweden show them. */
export const hoursBetween = (from: Date, to: Date): string => `${timeOf(from)}–${timeOf(to)}`;

/** "måndag", "tisdag" … from Monday. */
export const weekdayNames = (): string[] => ['05', '06', '07', '08', '09', '10', '11'].map((date) => format({ weekday: 'long' }).format(noon(`2026-01-${date}`)));
