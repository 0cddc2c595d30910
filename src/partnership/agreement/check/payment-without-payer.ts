import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';

/** Several public parties or units could be the payer, and the payment does not say which. */
export const paymentWithoutPayer: Check<{ amount: string; candidates: number }> = {
  code: 'payment-without-payer',
  severity: 'warning',
  say: m.check_payment_without_payer,
  find({ reading }) {
    const candidates = reading.parties.filter(({ sector }) => sector === 'public').length;
    if (candidates < 2) return [];
    return reading.payments.flatMap(({ source, sek, payer, split }) =>
      sek !== null && payer === null && split.length === 0
        ? [{ span: source, facts: { amount: formatKronor(sek), candidates } }]
        : [],
    );
  },
};
