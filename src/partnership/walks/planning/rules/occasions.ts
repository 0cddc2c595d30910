import { addDays, calendarDate, type CalendarDate, weekday } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';
import type { Occasion, OccasionKind } from '../model.ts';

/** The nights of a period on which experience says that more is needed, where they can be reckoned: what is entered is beside. */
export function reckonedOccasions(period: Period, isBankingDay: (date: CalendarDate) => boolean): Occasion[] {
  const found: Occasion[] = [];
  for (let year = Number(period.start.slice(0, 4)); year <= Number(period.end.slice(0, 4)); year += 1) found.push(...ofYear(year, isBankingDay));
  return found.filter((occasion) => touches(occasion.period, period)).sort(bySoonest);
}

/** Whether two periods have a day in common. */
const touches = (one: Period, other: Period): boolean => one.start <= other.end && other.start <= one.end;

export const bySoonest = (one: Occasion, other: Occasion): number => (one.period.start < other.period.start ? -1 : one.period.start > other.period.start ? 1 : 0);

function ofYear(year: number, isBankingDay: (date: CalendarDate) => boolean): Occasion[] {
  const on = (kind: OccasionKind, start: CalendarDate, end = start): Occasion => ({ id: null, kind, name: null, period: { start, end } });
  const day = (month: number, date: number): CalendarDate => calendarDate(year, month, date)!;
  return [
    on('last-of-april', day(4, 30)),
    on('midsummer', nextWeekday(day(6, 19), FRIDAY)),
    on('halloween', day(10, 31)),
    // The night before Lucia is the one that is lively.
    on('lucia', day(12, 12)),
    on('new-year', day(12, 31)),
    ...Array.from({ length: 12 }, (_, month) => payWeekend(day(month + 1, 25), isBankingDay)).map(({ start, end }) => on('payday', start, end)),
  ];
}

const FRIDAY = 5;

const nextWeekday = (date: CalendarDate, wanted: number): CalendarDate => addDays(date, (wanted - weekday(date) + 7) % 7);

/** The Friday and Saturday when the money has come: it does so on the 25th, or on the banking day before. */
function payWeekend(day: CalendarDate, isBankingDay: (date: CalendarDate) => boolean): Period {
  let paid = day;
  while (!isBankingDay(paid)) paid = addDays(paid, -1);
  const friday = nextWeekday(paid, FRIDAY);
  return { start: friday, end: addDays(friday, 1) };
}
