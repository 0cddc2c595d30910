import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';

/**
 * An amount is to be paid, but neither a day nor an event starts the clock.
 * @lagrum Räntelagen (1975:635) 3–4 §§
 */
export const paymentWithoutDateOrCondition: Check<{ amount: string }> = {
  code: 'payment-without-date-or-condition',
  severity: 'warning',
  say: m.check_payment_without_date_or_condition,
  find: ({ reading }) =>
    reading.payments.flatMap(({ source, sek, due }) =>
      sek !== null && due.date === null && due.event === null ? [{ span: source, facts: { amount: formatKronor(sek) } }] : [],
    ),
};
