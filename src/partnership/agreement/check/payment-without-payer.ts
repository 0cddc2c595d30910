import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { blockAt } from './passages.ts';

/** Several public parties or units could be the payer, and the payment does not say which. */
export const paymentWithoutPayer: Check<{ amount: string; candidates: number }> = {
  code: 'payment-without-payer',
  severity: 'warning',
  say: m.check_payment_without_payer,
  find({ doc, reading }) {
    const entries = reading.parties.filter(({ sector }) => sector === 'public');
    if (entries.length < 2) return [];
    const units = entries.flatMap(({ unit }) => unit?.split(', ') ?? []).map((unit) => unit.replace(/ \(.*/, '').toLowerCase());
    return reading.payments.flatMap(({ source, sek, payer, split }) => {
      const isOpen = payer === null || entries.filter(({ name }) => name === payer).length > 1;
      const around = blockAt(doc, source.start)?.text.toLowerCase() ?? '';
      if (sek === null || !isOpen || split.length > 0 || units.some((unit) => around.includes(unit))) return [];
      return [{ span: source, facts: { amount: formatKronor(sek), candidates: entries.length } }];
    });
  },
};
