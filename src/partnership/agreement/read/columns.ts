import type { PlainLine } from './plain-lines.ts';

/** A piece of a letterhead or signature block in reading order: columns side by side are read one after the other. */
export interface ColumnPiece {
  text: string;
  line: PlainLine;
  /** Number of the run of columns it is in, or 0: what stands in another column is another party's. */
  column: number;
}

/** Lines in order; runs of lines with columns are turned so that each column is read from top to bottom. */
export function inReadingOrder(lines: PlainLine[]): ColumnPiece[] {
  const pieces: ColumnPiece[] = [];
  let column = 0;
  for (let i = 0; i < lines.length; ) {
    const run = columnRun(lines, i);
    if (run.length === 0) {
      pieces.push({ text: lines[i]!.text.replaceAll('\t', ' '), line: lines[i]!, column: 0 });
      i += 1;
      continue;
    }
    const width = Math.max(...run.map((line) => line.cells.length));
    for (let c = 0; c < width; c += 1) {
      column += 1;
      for (const line of run) {
        const cell = line.cells[c];
        if (cell) pieces.push({ text: cell, line, column });
      }
    }
    i += run.length;
  }
  return pieces;
}

/** A row that is "label: value" or "name, title, date" of one person is no run of columns. */
function columnRun(lines: PlainLine[], from: number): PlainLine[] {
  const run: PlainLine[] = [];
  for (let i = from; i < lines.length && lines[i]!.cells.length >= 2 && !isOneEntry(lines[i]!.cells); i += 1) run.push(lines[i]!);
  return run;
}

const isOneEntry = (cells: string[]): boolean => /:$/.test(cells[0]!) || cells.length > 4 || (cells.length === 3 && /\d{4}-\d\d/.test(cells.at(-1)!)) ;
