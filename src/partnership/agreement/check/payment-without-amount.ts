import * as m from '#messages';
import type { Check } from './check.ts';
import { quote } from './passages.ts';

/** A payment is promised and nobody says how much. */
export const paymentWithoutAmount: Check<{ payment: string }> = {
  code: 'payment-without-amount',
  severity: 'warning',
  say: m.check_payment_without_amount,
  find: ({ reading }) =>
    reading.payments
      .filter(({ sek, split, text }) => sek === null && split.length === 0 && !/redovisning|redovisa/i.test(text))
      .map(({ source, text }) => ({ span: source, facts: { payment: quote(text) } })),
};
