import { addMonths, type CalendarDate, type DatePrecision } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { isAmendment, quote } from './passages.ts';
import { withDays } from './written-days.ts';

/**
 * A duty falls due on a day after the last of the agreement. Often meant, always worth saying; "within 30 days of the end"
 * says so itself.
 */
export const dutyOutlivesTerm: Check<{ what: string; date: string; end: string }> = {
  code: 'duty-outlives-term',
  severity: 'note',
  say: withDays(m.check_duty_outlives_term, 'date', 'end'),
  find(agreement) {
    const { deadlines, payments, period } = agreement.reading;
    const end = period?.end;
    if (!end || isAmendment(agreement)) return [];
    const dueAsPayment = new Set(payments.map(({ source }) => source.line));
    return deadlines.flatMap(({ date, precision, source, what, relative }) =>
      date !== null && isAfter(date, precision, end.date) && !isAnotherYear(what, date, end.date) && relative?.anchor !== 'end' && !dueAsPayment.has(source.line) ? [{ span: source, facts: { what: quote(what), date: date.slice(0, KNOWN[precision ?? 'day']), end: end.date } }] : [],
    );
  },
};

/** "31 August every year": the one that closes the last year of the term counts, not those that would come with a longer term. */
const isAnotherYear = (what: string, date: CalendarDate, end: CalendarDate): boolean =>
  /(?:varje|per) (?:\p{L}*år|säsong|termin)/iu.test(what) && date > addMonths(end, 4);

/** How much of a date is known, in characters. */
const KNOWN = { day: 10, month: 7, year: 4 } as const satisfies Record<DatePrecision, number>;

/** A month counts as after the end only when it is a later month. */
function isAfter(date: CalendarDate, precision: DatePrecision | null, end: CalendarDate): boolean {
  const length = KNOWN[precision ?? 'day'];
  return date.slice(0, length) > end.slice(0, length);
}
