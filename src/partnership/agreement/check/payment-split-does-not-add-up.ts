import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';

/** The payers' shares of one payment are more or less than the payment. */
export const paymentSplitDoesNotAddUp: Check<{ amount: string; shares: string }> = {
  code: 'payment-split-does-not-add-up',
  severity: 'error',
  say: m.check_payment_split_does_not_add_up,
  find: ({ reading }) =>
    reading.payments.flatMap(({ sek, split, source }) => {
      const shares = split.reduce((total, share) => total + share.sek, 0);
      if (sek === null || split.length < 2 || shares === sek) return [];
      return [{ span: source, facts: { amount: formatKronor(sek), shares: formatKronor(shares) } }];
    }),
};
