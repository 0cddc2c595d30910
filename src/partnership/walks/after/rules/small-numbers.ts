/** Fewer than this many is a small number: somebody could be known by it, so it is not told. */
export const LEAST = 5;

/** A number as it is told: none at all, few, or about so many, to the nearest five. */
export type Told = number | 'few';

/** What a hidden number counts as in a sum, so that a sum says nothing of the hidden number itself. */
const FEW_COUNTS_AS = 2.5;

const toNearest = (step: number, value: number): number => Math.round(value / step) * step;

/** A count as it may be told. */
export const told = (count: number): Told => (count === 0 ? 0 : count < LEAST ? 'few' : toNearest(LEAST, count));

/** A sum made of what has been told and of nothing else, told as a count is. */
function toldSum(parts: Told[]): Told {
  const sum = parts.reduce<number>((all, part) => all + (part === 'few' ? FEW_COUNTS_AS : part), 0);
  return told(sum);
}

/** A table as it may be told: its cells, and sums of rows, columns and all. */
export interface ToldTable {
  cells: Told[][];
  rows: Told[];
  columns: Told[];
  total: Told;
}

/**
 * A table of counts without its small numbers. Everything in it follows from the cells that are told and from which are
 * hidden: whatever the hidden ones are, the same table is told, so that none can be found by subtraction.
 */
export function toldTable(counts: number[][]): ToldTable {
  const cells = counts.map((row) => row.map(told));
  const columns = (cells[0] ?? []).map((_, at) => toldSum(cells.map((row) => row[at])));
  return { cells, rows: cells.map(toldSum), columns, total: toldSum(cells.flat()) };
}

/**
 * What part each count is of all, in hundredths to the nearest five; small counts are hidden. Reckoned from the counts as they
 * would be told and never from the counts themselves: a share says nothing that a rounded count would not have said.
 */
export function toldShares(counts: number[]): Told[] {
  const shown = counts.map(told);
  const sum = shown.reduce<number>((all, count) => all + (count === 'few' ? 0 : count), 0);
  return shown.map((count) => (count === 'few' || count === 0 ? count : toNearest(5, (100 * count) / sum)));
}
