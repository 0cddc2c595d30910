import { Temporal } from 'temporal-polyfill';

/** A day in the Gregorian calendar without a time zone, written `2025-02-01`. Sorts as text. */
export type CalendarDate = string;

/** How exactly a date is known. A month is its first day as a start and its last day as an end; a year likewise. */
export type DatePrecision = 'day' | 'month' | 'year';

const plain = (date: CalendarDate) => Temporal.PlainDate.from(date);

/** Days are counted with the platform's own clock, since reading an agreement does so a thousand times: ten times as fast. */
const DAY = 86_400_000;
const momentOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const startOf = (date: CalendarDate): number => momentOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
const dateOf = (moment: number): CalendarDate => new Date(moment).toISOString().slice(0, 10);

/** The date, or null where the calendar has no such day (31 June) or the year is outside 1900–2199. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return day <= daysIn(year, month) ? written(year, month, day) : null;
}

const daysIn = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);

const twoFigures = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** A day that the calendar has, of a year of four figures. */
const written = (year: number, month: number, day: number): CalendarDate => `${year}-${twoFigures(month)}-${twoFigures(day)}`;

export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOf(startOf(date) + days * DAY);

/** Moves by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const to = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(to / 12), (to % 12) + 1];
  if (!Number.isInteger(to) || year < 1000 || year > 9999) return plain(date).add({ months }).toString();
  return written(year, month, Math.min(Number(date.slice(8, 10)), daysIn(year, month)));
}

export const lastDayOfMonth = (year: number, month: number): CalendarDate => (month >= 1 && month <= 12 && year >= 1000 ? written(year, month, daysIn(year, month)) : dateOf(momentOf(year, month + 1, 0)));

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (startOf(to) - startOf(from)) / DAY;

/** Whole calendar months from `from` to the day after `to`, so 1 January to 31 December is 12. */
export const monthsCovered = (from: CalendarDate, to: CalendarDate): number =>
  plain(from).until(plain(to).add({ days: 1 }), { largestUnit: 'months' }).months;

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: CalendarDate): number => new Date(startOf(date)).getUTCDay() || 7;

/** ISO week number, as in "vecka 49". */
export const weekNumber = (date: CalendarDate): number => plain(date).weekOfYear ?? 0;

export const isCalendarDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && calendarDate(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)) !== null;
