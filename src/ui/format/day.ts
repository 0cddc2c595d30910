import type { CalendarDate, DatePrecision } from '#kernel/calendar-date.ts';
import { getLocale } from '#locale';

const noon = (date: CalendarDate) => new Date(`${date}T12:00:00Z`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** One formatter for each language and form: making one costs a thousand times what using it does. */
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = getLocale() === 'sv' ? 'sv-SE' : 'en-GB';
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
}

/** "5 december 2026", "december 2026" or "2026", as exactly as the date is known. */
export function day(date: CalendarDate, precision: DatePrecision = 'day'): string {
  if (precision === 'year') return date.slice(0, 4);
  return format({ day: precision === 'day' ? 'numeric' : undefined, month: 'long', year: 'numeric' }).format(noon(date));
}

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
