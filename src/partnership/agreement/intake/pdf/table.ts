import { joint, unbroken } from '../layout/joint.ts';
import { endOf, type Line, type LineCell, startOf } from './lines.ts';

/** Lines that stand side by side in columns, as rows of equal width, or as columns of running text. */
export interface Columns {
  kind: 'rows' | 'prose';
  /** Of rows: each row's cells. Of prose: each column's lines. */
  cells: string[][];
  /** Lines taken. */
  count: number;
}

type Interval = [from: number, to: number];

/** The table or the columns that begin at line `from`, or null where that line stands alone. */
export function columnsAt(lines: Line[], from: number): Columns | null {
  const block = blockAt(lines, from);
  if (block.length < 2) return null;
  const columns = intervals(block.flatMap((line) => line.cells));
  if (columns.length < 2) return null;
  const rows = block.map((line) => placedIn(columns, line));
  if (isProse(rows)) return { kind: 'prose', cells: columns.map((_, at) => rows.map((row) => row[at]!).filter((text) => text !== '')), count: block.length };
  return { kind: 'rows', cells: unwrapped(rows, block), count: block.length };
}

/** Follows the lines as long as each has several cells or fits under one of the columns. */
function blockAt(lines: Line[], from: number): Line[] {
  const block: Line[] = [];
  let columns: Interval[] = [];
  let whole = 0;
  for (let at = from; at < lines.length && at < from + 400; at += 1) {
    const line = lines[at]!;
    const before = block.at(-1);
    if (before && line.y - before.y > 4 * before.size) break;
    if (line.cells.length === 1) {
      if (!before || !fitsUnder(columns, line) || line.size > before.size * 1.1) break;
      block.push(line);
      continue;
    }
    const wider = intervals([...columns.map(([x, end]) => ({ text: '', x, end })), ...line.cells]);
    if (before && wider.length < 2) break;
    block.push(line);
    columns = wider;
    whole = block.length;
  }
  // Lines of one cell at the end belong to what follows, unless they go on in a later column.
  while (whole < block.length && columns.length > 1 && startOf(block[whole]!) >= columns[1]![0] - 3) whole += 1;
  return block.slice(0, whole);
}

const fitsUnder = (columns: Interval[], line: Line): boolean => columns.length > 1 && columns.some(([from, to]) => startOf(line) >= from - 3 && endOf(line) <= to + 3);

/** Where the columns are: the stretches that the cells cover together. */
function intervals(cells: LineCell[]): Interval[] {
  const merged: Interval[] = [];
  for (const cell of cells.toSorted((a, b) => a.x - b.x)) {
    const last = merged.at(-1);
    if (last && cell.x <= last[1] + 1) last[1] = Math.max(last[1], cell.end);
    else merged.push([cell.x, cell.end]);
  }
  return merged;
}

function placedIn(columns: Interval[], line: Line): string[] {
  const row = columns.map(() => '');
  for (const cell of line.cells) {
    const at = Math.max(0, columns.findLastIndex(([from]) => cell.x >= from - 1));
    row[at] = row[at] === '' ? cell.text : `${row[at]} ${cell.text}`;
  }
  return row;
}

/** Long lines that mostly begin in the middle of a sentence are text in columns. */
function isProse(rows: string[][]): boolean {
  const filled = rows.slice(1).flat().filter((text) => text !== '');
  if (rows.length < 4 || filled.length < 6 || rows[0]!.length > 3) return false;
  const letters = filled.reduce((sum, text) => sum + text.length, 0) / filled.length;
  const goesOn = filled.filter((text) => /^\p{Ll}/u.test(text)).length / filled.length;
  return letters >= 18 && goesOn >= 0.4;
}

/** Puts the later lines of a cell back into their row. */
function unwrapped(rows: string[][], lines: Line[]): string[][] {
  const whole: string[][] = [];
  rows.forEach((row, at) => {
    const before = whole.at(-1);
    const filled = row.filter((text) => text !== '');
    const isClose = at > 0 && lines[at]!.y - lines[at - 1]!.y <= 1.5 * lines[at]!.size;
    if (!before || !isClose || filled.length === row.length || !filled.every((text) => /^[\p{Ll}(]/u.test(text))) whole.push(row);
    else row.forEach((text, column) => text !== '' && (before[column] = unbroken(before[column] + joint(before[column]!, text) + text).trim()));
  });
  return whole;
}
