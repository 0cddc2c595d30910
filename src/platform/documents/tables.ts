import { formatKronor } from '#kernel/ore.ts';
import type { Block, DocumentContent } from './content.ts';
import type { Say } from './say.ts';

/** A table with rows of equal width, ready to be set. An empty `head` is a table without headers. */
export interface EvenTable {
  head: string[];
  rows: string[][];
  /** Columns of figures, which stand to the right. The first column says what a row is about, also by a number. */
  figures: boolean[];
  /** The rows that are sums or that head a group. */
  strong: number[];
}

export function evenTable({ head, rows }: Extract<Block, { kind: 'table' }>, strong: number[] = []): EvenTable {
  const width = Math.max(head.length, ...rows.map((row) => row.length), 1);
  const even = (row: string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '');
  const body = rows.map(even);
  const figures = Array.from({ length: width }, (_, at) => at > 0 && body.some((row) => row[at] !== '') && body.every((row) => isFigure(row[at]!)));
  return { head: head.length > 0 ? even(head) : [], rows: body, figures, strong };
}

const isFigure = (cell: string): boolean => cell === '' || /^[−-]?\d[\d\s.,]*(?:\s?(?:kr|tkr|%|SEK|EUR))?$/.test(cell);

/** The budget as a table: income first, then costs, each under its own word where there are both; sums as they stand. */
export function budgetTable({ budget }: DocumentContent, say: Say): EvenTable {
  const groups = (['income', 'cost'] as const).map((kind) => ({ kind, lines: linesOf(budget, kind) })).filter(({ lines }) => lines.length > 0);
  const strong: number[] = [];
  const rows: string[][] = [];
  for (const { kind, lines } of groups) {
    if (groups.length > 1) strong.push(rows.push([say.budget[kind], '']) - 1);
    for (const line of lines) {
      rows.push([line.label, formatKronor(line.sek)]);
      if (line.kind === 'sum') strong.push(rows.length - 1);
    }
  }
  return { ...evenTable({ kind: 'table', head: [say.budget.item, say.budget.amount], rows }, strong), figures: [false, true] };
}

/** Lines of one kind, and the sums that follow on them. A sum before any line belongs to the costs. */
function linesOf(budget: DocumentContent['budget'], kind: 'income' | 'cost'): DocumentContent['budget'] {
  let group: 'income' | 'cost' = budget.find((line) => line.kind !== 'sum')?.kind === 'income' ? 'income' : 'cost';
  return budget.filter((line) => {
    if (line.kind !== 'sum') group = line.kind;
    return group === kind;
  });
}

/** The lifeline in words: each day with what falls on it, in order. */
export function datesTable({ marks }: NonNullable<DocumentContent['lifeline']>, say: Say): EvenTable {
  const rows = marks.toSorted((a, b) => a.date.localeCompare(b.date)).map(({ date, label }) => [say.day(date), label]);
  return evenTable({ kind: 'table', head: [say.dates.day, say.dates.what], rows });
}
