import { isDivided, mended, type PlainLine } from './plain-lines.ts';
import { remembered } from './remembered.ts';

/** A piece of a letterhead or signature block in reading order: columns side by side are read one after the other. */
export interface ColumnPiece {
  text: string;
  line: PlainLine;
  /** Number of the run of columns it is in, or 0: what stands in another column is another party's. */
  column: number;
}

/** Lines in order; runs of lines with columns are turned so that each column is read from top to bottom. */
export const inReadingOrder = remembered((lines: PlainLine[]): readonly ColumnPiece[] => {
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
        const before = pieces.at(-1);
        if (cell && before?.column === column && isDivided(before.text, cell)) before.text = mended(before.text, cell);
        else if (cell) pieces.push({ text: cell, line, column });
      }
    }
    i += run.length;
  }
  return pieces;
});

/** A row that is "label: value" or "name, title, date" of one person is no run of columns. A lone cell far in belongs to the column above it. */
function columnRun(lines: PlainLine[], from: number): PlainLine[] {
  const run: PlainLine[] = [];
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i]!;
    const above = run.at(-1);
    if (line.cells.length >= 2 && !isOneEntry(line.cells)) run.push(line);
    else if (above && line.cells.length === 1 && line.starts[0]! >= 10 && line.text.length < 60) run.push(inColumn(line, above));
    else if (above && line.cells.length === 1 && line.text.length < 60 && goesOnBeside(line, above, lines[i + 1])) run.push(inColumn(line, above));
    else break;
  }
  return run;
}

/** The last line of the left column, below which the right one goes on. */
const goesOnBeside = (line: PlainLine, above: PlainLine, next: PlainLine | undefined): boolean =>
  above.starts.length > 1 && line.starts[0] === above.starts[0] && next !== undefined && next.cells.length === 1 && next.text.length < 60 && above.starts.slice(1).includes(next.starts[0]!) && next.starts[0]! >= 10;

/** The line with empty cells before it, so that it stands in the column of the line above that begins nearest. */
function inColumn(line: PlainLine, above: PlainLine): PlainLine {
  const distances = above.starts.map((start) => Math.abs(start - line.starts[0]!));
  const column = distances.indexOf(Math.min(...distances));
  const cells = above.starts.map((_, c) => (c === column ? line.text : ''));
  return { ...line, cells, starts: above.starts };
}

const isOneEntry = (cells: string[]): boolean => cells[0]!.endsWith(':') || cells.length > 4 || (cells.length === 3 && DAY.test(cells[2]!) && !DAY.test(cells[1]!));
const DAY = /(?:19|20)\d\d-\d\d-/;
