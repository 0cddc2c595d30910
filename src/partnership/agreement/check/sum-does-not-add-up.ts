import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { BudgetLine } from '../model.ts';
import type { Check } from './check.ts';

/** A sum in the budget that is neither the lines above it, nor the costs or incomes so far, nor what is left of them. */
export const sumDoesNotAddUp: Check<{ label: string; stated: string; computed: string }> = {
  code: 'sum-does-not-add-up',
  severity: 'error',
  say: m.check_sum_does_not_add_up,
  find: ({ reading }) =>
    summed(reading.budget).flatMap(({ sum, lines, before }) => {
      if (lines.length < 2 || [...totals(lines), ...totals(before)].includes(Math.abs(sum.sek))) return [];
      const facts = { label: sum.label, stated: formatKronor(sum.sek), computed: formatKronor(totals(lines)[0]!) };
      return [{ span: sum.source, facts }];
    }),
};

interface Summed {
  sum: BudgetLine;
  /** The lines since the sum before. */
  lines: BudgetLine[];
  /** All lines above that are not sums themselves. */
  before: BudgetLine[];
}

function summed(budget: BudgetLine[]): Summed[] {
  const result: Summed[] = [];
  const before: BudgetLine[] = [];
  let lines: BudgetLine[] = [];
  for (const line of budget) {
    if (line.kind === 'sum') {
      result.push({ sum: line, lines, before: [...before] });
      lines = [];
    } else {
      lines.push(line);
      before.push(line);
    }
  }
  return result;
}

/** Every total one may mean: all the lines, the costs, the incomes, and what is left. */
function totals(lines: BudgetLine[]): number[] {
  const of = (kind: BudgetLine['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((total, { sek }) => total + Math.abs(sek), 0);
  const [costs, incomes] = [of('cost'), of('income')];
  return [costs + incomes, costs, incomes, Math.abs(incomes - costs)];
}
