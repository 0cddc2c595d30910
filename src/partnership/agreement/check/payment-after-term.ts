import * as m from '#messages';
import type { Check } from './check.ts';
import { isAmendment } from './passages.ts';
import { withDays } from './written-days.ts';

/** Money is to be paid after the last day of the agreement. */
export const paymentAfterTerm: Check<{ date: string; end: string }> = {
  code: 'payment-after-term',
  severity: 'note',
  say: withDays(m.check_payment_after_term, 'date', 'end'),
  find(agreement) {
    const { payments, period } = agreement.reading;
    const end = period?.end?.date;
    if (!end || isAmendment(agreement)) return [];
    return payments.flatMap(({ due: { date, precision }, source }) =>
      date !== null && precision === 'day' && date > end ? [{ span: source, facts: { date, end } }] : [],
    );
  },
};
