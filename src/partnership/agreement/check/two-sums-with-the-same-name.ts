import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check } from './check.ts';

/** Two rows of the budget are both called "Summa" and are different amounts. */
export const twoSumsWithTheSameName: Check<{ label: string; first: string; second: string; line: number }> = {
  code: 'two-sums-with-the-same-name',
  severity: 'note',
  say: m.check_two_sums_with_the_same_name,
  find({ reading }) {
    const sums = reading.budget.filter(({ kind, label }) => kind === 'sum' && label !== '');
    return sums.flatMap((sum, index) => {
      const earlier = sums.slice(0, index).find(({ label }) => label.toLowerCase() === sum.label.toLowerCase());
      if (!earlier || earlier.sek === sum.sek) return [];
      const facts = { label: sum.label, first: formatKronor(earlier.sek), second: formatKronor(sum.sek), line: earlier.source.line };
      return [{ span: sum.source, facts }];
    });
  },
};
