import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { BudgetLine } from '../model.ts';
import { columnsOf } from './budget-columns.ts';
import type { Check } from './check.ts';

/** A sum in the budget that is neither the lines above it, nor the costs or incomes so far, nor what is left of them. */
export const sumDoesNotAddUp: Check<{ label: string; stated: string; computed: string }> = {
  code: 'sum-does-not-add-up',
  severity: 'error',
  say: m.check_sum_does_not_add_up,
  find: ({ reading }) =>
    summed(reading.budget).flatMap(({ sum, lines, before }) => {
      if (lines.length < 2 || [...totals(lines), ...totals(before)].includes(Math.abs(sum.sek))) return [];
      const facts = { label: sum.label, stated: formatKronor(sum.sek), computed: formatKronor(likeliest(lines)) };
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

/** Each sum with what it sums; in a table with a column for each year, only what stands in its own column. */
const summed = (budget: BudgetLine[]): Summed[] => columnsOf(budget).flatMap(summedInColumn);

function summedInColumn(budget: BudgetLine[]): Summed[] {
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

/** Every total one may mean: all the lines, the costs, the incomes, what is left, and the sum by the signs as written. */
function totals(lines: BudgetLine[]): number[] {
  const of = (kind: BudgetLine['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((total, { sek }) => total + Math.abs(sek), 0);
  const [costs, incomes] = [of('cost'), of('income')];
  return [costs + incomes, costs, incomes, Math.abs(incomes - costs), Math.abs(bySign(lines))];
}

const bySign = (lines: BudgetLine[]): number => lines.reduce((total, { sek }) => total + sek, 0);

/** What the sum was probably meant to be: by the signs where there are any, else what is left of the incomes, else everything. */
function likeliest(lines: BudgetLine[]): number {
  const [all, costs, incomes, left] = totals(lines) as [number, number, number, number];
  if (lines.some(({ sek }) => sek < 0)) return bySign(lines);
  return costs > 0 && incomes > 0 ? left : all;
}
