import type { BudgetLine } from '../model.ts';

/**
 * A budget's lines column by column: a table with a column for each year gives several lines at one place, "Material 2025"
 * and "Material 2026". Lines of another table, with one figure a row, are a column of their own. Empty where a line cannot
 * be placed, as in a row with one figure of which nobody can tell the year.
 */
export function columnsOf(budget: BudgetLine[]): BudgetLine[][] {
  const headings = [...new Set(rowsOf(budget).flatMap(headingsOf))];
  const stands = (heading: string) => (line: BudgetLine) => line.label.endsWith(` ${heading}`);
  const rest = budget.filter((line) => !headings.some((heading) => stands(heading)(line)));
  if (rest.length > 0 && headings.length > 0 && !rest.some(({ kind }) => kind === 'sum')) return [];
  return [...headings.map((heading) => budget.filter(stands(heading))), rest];
}

/** Lines that stand at the same place are the cells of one row. */
function rowsOf(budget: BudgetLine[]): BudgetLine[][] {
  const rows = new Map<number, BudgetLine[]>();
  for (const line of budget) rows.set(line.source.start, [...(rows.get(line.source.start) ?? []), line]);
  return [...rows.values()];
}

/** What tells the cells of a row apart: the last words of their labels, after those that all begin with. */
function headingsOf(row: BudgetLine[]): string[] {
  if (row.length < 2) return [];
  const labels = row.map(({ label }) => label.split(' '));
  const shared = labels[0]!.findIndex((word, nth) => labels.some((words) => words[nth] !== word));
  return shared < 0 ? [] : labels.map((words) => words.slice(shared).join(' ')).filter(Boolean);
}
