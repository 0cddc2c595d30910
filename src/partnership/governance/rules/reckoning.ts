import { addDays, addMonths, type CalendarDate, lastDayOfMonth } from '#kernel/calendar-date.ts';
import type { CountedFrom, Notice, NoticePeriod, Rescission } from '../model.ts';

/**
 * The last day of an agreement that was given notice: so many months after the day it was received, or after the last day of
 * that month.
 */
export function lastDayAfterNotice(receivedOn: CalendarDate, { months, countedFrom }: NoticePeriod): CalendarDate {
  if (countedFrom === 'receipt') return addMonths(receivedOn, months);
  const turn = lastDayOfMonth(Number(receivedOn.slice(0, 4)), Number(receivedOn.slice(5, 7)));
  // Counted from the first day of the next month, so that three months after 30 November end with February.
  return addDays(addMonths(addDays(turn, 1), months), -1);
}

/** How the agreement's own words count the time of notice. */
export const countedFromSaid = (words: string): CountedFrom => (/månadsskifte|kalendermånad|månad(?:ens|ers) (?:slut|utgång)|utgången av (?:en |den )?månad/i.test(words) ? 'turn-of-month' : 'receipt');

/** That the agreement ends early by what stands of a notice and a rescission: whichever comes first. Null where neither stands. */
export function endingFrom(standing: Pick<Notice | Rescission, 'endsOn' | 'receivedOn'>[]): { on: CalendarDate; knownOn: CalendarDate } | null {
  const [first] = standing.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  return first ? { on: first.endsOn, knownOn: first.receivedOn } : null;
}
