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
    if (payments.length < 2 || payments.some(({ sek }) => sek === null)) return [];
    const paid = payments.reduce((total, { sek }) => total + (sek ?? 0), 0);
    const promises = promisedTotals(agreement).filter(({ source }) => payments.every((payment) => payment.source.line !== source.line));
    const wholes = promises.flatMap(({ sek, source, yearly }) => (yearly ? YEARS : [1]).map((years) => ({ sek: sek * years, source })));
    if (wholes.some(({ sek }) => sek === paid)) return [];
    const whole = wholes.find(({ sek }) => meantAsTheSame(sek, paid));
    if (!whole) return [];
    return [{ span: payments[0]!.source, facts: { paid: formatKronor(paid), promised: formatKronor(whole.sek), line: whole.source.line } }];
  },
};

/** A yearly sum may be meant for one year or for all of a term. */
const YEARS = [1, 2, 3, 4, 5];
