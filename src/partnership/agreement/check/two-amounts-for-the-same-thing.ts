import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { meantAsTheSame, promisedTotals } from './promised-total.ts';

/** The running text promises one total and the budget counts with another. */
export const twoAmountsForTheSameThing: Check<{ here: string; there: string; line: number; difference: string }> = {
  code: 'two-amounts-for-the-same-thing',
  severity: 'error',
  say: m.check_two_amounts_for_the_same_thing,
  find(agreement) {
    const { budget } = agreement.reading;
    const lines = budget.filter(({ kind, sek }) => kind !== 'cost' && sek !== 0);
    const promises = promisedTotals(agreement).filter(({ yearly }) => !yearly);
    if (promises.some(({ sek }) => budget.some((line) => Math.abs(line.sek) === sek))) return [];
    return promises.flatMap(({ sek, source }) => {
      const other = lines.find((line) => meantAsTheSame(sek, Math.abs(line.sek)));
      if (!other) return [];
      const there = Math.abs(other.sek);
      const facts = { here: formatKronor(sek), there: formatKronor(there), line: other.source.line, difference: formatKronor(Math.abs(sek - there)) };
      return [{ span: source, facts }];
    });
  },
};
