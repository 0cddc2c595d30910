import type { EvenTable } from '../tables.ts';

/** Characters that a line of a table holds in all, and what the space between two columns takes of them. */
const ACROSS = 86;
const BETWEEN = 3;
/** A cell with more than this is running text and is broken over several lines. */
const LONGEST = 60;

/** How wide each column is, as shares: first what its longest word needs, then of what is left by how much it says. */
export function columnShares({ head, rows }: EvenTable): number[] {
  const cells = [head, ...rows];
  const columns = (rows[0] ?? head).map((_, at) => cells.map((row) => row[at] ?? ''));
  const words = columns.map((column) => Math.max(3, ...column.flatMap((cell) => cell.split(/\s+/).map(({ length }) => length))) + BETWEEN);
  const wishes = columns.map((column, at) => Math.max(0, Math.min(LONGEST, Math.max(...column.map(({ length }) => length))) + BETWEEN - words[at]!));
  const left = Math.max(0, ACROSS - sum(words));
  const wished = sum(wishes);
  return words.map((word, at) => Math.round((word + (wished > 0 ? (left * wishes[at]!) / wished : left / words.length)) * 10) / 10);
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
