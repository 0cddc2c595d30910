import type { EvenTable } from '../tables.ts';
import { breakable } from './long-words.ts';

/** From so many columns on a table reaches out into the margin. */
const WIDE = 4;
/** Characters that a line of a table holds in all, and what the space between two columns takes of them. */
const ACROSS = { narrow: 84, wide: 94 };
const BETWEEN = 3;
/** A cell with more than this is running text and is broken over several lines. */
const LONGEST = 60;

export const reachesOut = ({ head, rows }: EvenTable): boolean => (rows[0] ?? head).length >= WIDE;

/** A word longer than this is broken rather than that it takes the room of other columns. */
const LONGEST_WORD = 36;

/** How wide each column is, as shares: first what its longest word needs, then of what is left by how much it says. */
export function columnShares(table: EvenTable): number[] {
  const { head, rows } = table;
  const across = reachesOut(table) ? ACROSS.wide : ACROSS.narrow;
  const cells = [head, ...rows];
  const columns = (rows[0] ?? head).map((_, at) => cells.map((row) => row[at] ?? ''));
  const words = columns.map((column) => Math.min(LONGEST_WORD, Math.max(3, ...column.flatMap((cell) => cell.split(/\s+/).map(({ length }) => length)))) + BETWEEN);
  const wishes = columns.map((column, at) => Math.max(0, Math.min(LONGEST, Math.max(...column.map(({ length }) => length))) + BETWEEN - words[at]!));
  const left = Math.max(0, across - sum(words));
  const wished = sum(wishes);
  return words.map((word, at) => Math.round((word + (wished > 0 ? (left * wishes[at]!) / wished : left / words.length)) * 10) / 10);
}

/** The table with places to break words that its columns have no room for. */
export function fitted<Table extends EvenTable>(table: Table, shares: number[]): Table {
  const across = reachesOut(table) ? ACROSS.wide : ACROSS.narrow;
  const room = shares.map((share) => Math.max(4, Math.floor((share * across) / sum(shares)) - BETWEEN));
  const fit = (row: string[]) => row.map((cell, at) => breakable(cell, room[at]));
  return { ...table, head: fit(table.head), rows: table.rows.map(fit) };
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
