import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { meantAsTheSame, promisedTotals } from './promised-total.ts';

/** The payments together are not what was promised as the whole. */
export const paymentsDoNotAddUp: Check<{ paid: string; promised: string; line: number }> = {
  code: 'payments-do-not-add-up',
  severity: 'error',
  say: m.check_payments_do_not_add_up,
  find(agreement) {
    const { payments } = agreement.reading;
    const promises = promisedTotals(agreement).filter(({ source }) => payments.every((payment) => payment.source.line !== source.line));
    if (payments.length < 2 || payments.some(({ sek }) => sek === null)) return [];
    const paid = payments.reduce((total, { sek }) => total + (sek ?? 0), 0);
    if (promises.some(({ sek }) => sek === paid)) return [];
    const promise = promises.find(({ sek }) => meantAsTheSame(sek, paid));
    if (!promise) return [];
    return [{ span: payments[0]!.source, facts: { paid: formatKronor(paid), promised: formatKronor(promise.sek), line: promise.source.line } }];
  },
};
