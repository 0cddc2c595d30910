import { type CalendarDate, weekday } from '#kernel/calendar-date.ts';

/**
 * Tells banking days in Sweden: not Saturdays, Sundays, public holidays or the eves of midsummer, Christmas and New Year.
 * The calendar of the whole world comes with the library (1.6 MB, 0.15 s), so it is fetched the first time a day is to be moved.
 */
export async function swedishBankingDays(): Promise<(date: CalendarDate) => boolean> {
  const { default: Holidays } = await import('date-holidays');
  const sweden = new Holidays('SE', { types: ['public', 'bank'] });
  const byYear = new Map<string, Set<CalendarDate>>();
  const holidaysOf = (year: string): Set<CalendarDate> => {
    const known = byYear.get(year) ?? new Set(sweden.getHolidays(year).map(({ date }) => date.slice(0, 10)));
    byYear.set(year, known);
    return known;
  };
  return (date) => weekday(date) < 6 && !holidaysOf(date.slice(0, 4)).has(date);
}
