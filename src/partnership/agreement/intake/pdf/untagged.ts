import { isItemLabel, withoutLabel } from '../layout/label.ts';
import { ListDepth } from '../layout/list-depth.ts';
import { endOf, type Line, linesOf, startOf } from './lines.ts';
import type { Page, Word } from './page.ts';
import { repeatedLines } from './repeated.ts';
import { columnsAt } from './table.ts';
import type { TypeSizes } from './type-size.ts';

/**
 * Pages without structure as lines in reading order: an empty line where the page has more space than between lines, `#`
 * and `**` where letters are larger or bold, `|` rows where words stand in columns. What pages repeat is put last on each.
 */
export function untaggedTexts(pages: Page[], sizes: TypeSizes): string[] {
  const all = pages.map((page) => linesOf(page.words));
  const repeated = repeatedLines(all);
  return all.map((lines) => {
    const running = pageText(lines.filter((line) => !repeated.has(line)), sizes);
    const around = lines.filter((line) => repeated.has(line)).map((line) => line.cells.map((cell) => cell.text).join('\t'));
    return around.length > 0 ? `${running}\n\n${around.join('\n')}` : running;
  });
}

function pageText(lines: Line[], sizes: TypeSizes): string {
  const pitch = usualPitch(lines);
  const depth = new ListDepth();
  const written: string[] = [];
  let item: { x: number; indent: number } | null = null;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const before = lines[at - 1];
    if (before && (isApart(before, line, pitch) || (item && startOf(line) < item.x - 3))) {
      setApart(written);
      item = null;
    }
    const columns = line.cells.length > 1 ? columnsAt(lines, at) : null;
    if (columns) {
      setApart(written);
      for (const row of rowsOf(columns.cells, columns.kind)) written.push(row);
      written.push('');
      at += columns.count;
      item = null;
      continue;
    }
    const heading = headingAt(lines, at, sizes, pitch);
    if (heading) {
      depth.end();
      item = null;
      setApart(written);
      written.push(heading.text, '');
      at += heading.count;
      continue;
    }
    const text = line.cells.map((cell) => cell.text).join('\t');
    const { label, text: words } = withoutLabel(text);
    if (label !== null && isItemLabel(label)) {
      item = { x: startOf(line), indent: 4 * depth.at(Math.round(startOf(line) / 6)) };
      written.push(`${' '.repeat(item.indent)}${label} ${words}`);
    } else {
      if (item && startOf(line) <= item.x + 2) item = null;
      written.push(item ? ' '.repeat(item.indent + 2) + text : text);
    }
    at += 1;
  }
  return written.join('\n');
}

/** Ends what was written with one empty line. */
function setApart(written: string[]): void {
  if (written.length > 0 && written.at(-1) !== '') written.push('');
}

function rowsOf(cells: string[][], kind: 'rows' | 'prose'): string[] {
  if (kind === 'rows') return cells.map((row) => `| ${row.map((text) => text.replaceAll('|', '¦')).join(' | ')} |`);
  return cells.flatMap((column, at) => (at === 0 ? column : ['', ...column]));
}

/** Distance between lines as a share of the letters' size, where a line is full and so goes on in the next. */
function usualPitch(lines: Line[]): number {
  const edge = Math.max(0, ...lines.slice(0, 5000).map(endOf));
  const steps = lines.slice(1).flatMap((line, i) => {
    const before = lines[i]!;
    const step = (line.y - before.y) / line.size;
    return before.size === line.size && step > 0.8 && step < 2.5 ? [{ step, isFull: endOf(before) > edge * 0.85 }] : [];
  });
  const full = steps.filter(({ isFull }) => isFull);
  const sorted = (full.length >= 3 ? full : steps).map(({ step }) => step).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 3)] ?? 1.3;
}

const isApart = (before: Line, line: Line, pitch: number): boolean => line.y - before.y > Math.max(before.size, line.size) * pitch * 1.22 + 0.5;

/** A heading's lines, several when it is set on several lines of the same size. */
function headingAt(lines: Line[], at: number, sizes: TypeSizes, pitch: number): { text: string; count: number } | null {
  const line = lines[at]!;
  if (line.cells.length > 1) return null;
  const level = sizes.headingLevel(line.size);
  const isSame = (other: Line | undefined) => other !== undefined && other.cells.length === 1 && other.size === line.size && other.isBold === line.isBold;
  let count = 1;
  if (level !== null) while (count < 4 && isSame(lines[at + count]) && !isApart(lines[at + count - 1]!, lines[at + count]!, pitch) && withoutLabel(lines[at + count]!.cells[0]!.text).label === null) count += 1;
  const text = lines.slice(at, at + count).map((each) => each.cells[0]!.text).join(' ');
  if (level !== null) return text.length <= 200 && /\p{L}{2}/u.test(text) ? { text: `${'#'.repeat(level)} ${text}`, count } : null;
  const standsAlone = !isSame(lines[at - 1]) || isApart(lines[at - 1]!, line, pitch);
  const isShort = text.length <= 100 && /\p{L}{3}/u.test(text) && !/[.,;]$/.test(text) && !text.includes('**');
  const goesOn = isSame(lines[at + 1]) && !isApart(line, lines[at + 1]!, pitch);
  return line.isBold && isShort && standsAlone && !goesOn ? { text: `**${text}**`, count } : null;
}

/** Letters and figures on a page, for telling a scan from a text. */
export const lettersOn = (words: Word[]): number => words.reduce((sum, word) => sum + (word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
