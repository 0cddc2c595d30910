import { isItemLabel, numberDepth, withoutLabel } from '../layout/label.ts';
import { joint } from '../layout/joint.ts';
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
  const page = new PageWriter(lines, sizes);
  for (let at = 0; at < lines.length; ) at += page.write(at);
  return page.toString();
}

/** Writes a page's lines one after the other, remembering what they follow on. */
class PageWriter {
  readonly #lines: Line[];
  readonly #sizes: TypeSizes;
  readonly #pitch: number;
  /** Where full lines end. */
  readonly #edge: number;
  readonly #depth = new ListDepth();
  readonly #written: string[] = [];
  /** The list item that lines further in belong to. */
  #item: { x: number; indent: number } | null = null;

  constructor(lines: Line[], sizes: TypeSizes) {
    this.#lines = lines;
    this.#sizes = sizes;
    this.#pitch = usualPitch(lines);
    this.#edge = lines.reduce((edge, line) => (line.cells.length === 1 ? Math.max(edge, endOf(line)) : edge), 0);
  }

  /** Writes what begins at that line and gives the number of lines it took. */
  write(at: number): number {
    const line = this.#lines[at]!;
    const before = this.#lines[at - 1];
    if (before && (isApart(before, line, this.#pitch) || (this.#item && startOf(line) < this.#item.x - 3))) this.#setApart();
    const columns = line.cells.length > 1 ? columnsAt(this.#lines, at) : null;
    if (columns) return this.#block(rowsOf(columns.cells, columns.kind), columns.count);
    const heading = headingAt(this.#lines, at, this.#sizes, this.#pitch);
    if (heading) {
      this.#depth.end();
      return this.#block([heading.text], heading.count);
    }
    this.#line(line, before);
    return 1;
  }

  toString(): string {
    return this.#written.join('\n').replace(/\n+$/, '');
  }

  #line(line: Line, before: Line | undefined): void {
    const text = line.cells.map((cell) => cell.text).join('\t');
    const { label, text: words } = withoutLabel(text);
    if (label !== null && isItemLabel(label)) {
      this.#item = { x: startOf(line), indent: 4 * this.#depth.at(Math.round(startOf(line) / 6)) };
      this.#written.push(`${' '.repeat(this.#item.indent)}${label} ${words}`);
      return;
    }
    if (this.#item && startOf(line) <= this.#item.x + 2) this.#item = null;
    const last = this.#written.at(-1) ?? '';
    const between = before && last !== '' && label === null && goesOn(before, line, this.#edge) ? joint(last, text) : '\n';
    if (between === '\n') this.#written.push(this.#item ? ' '.repeat(this.#item.indent + 2) + text : text);
    else this.#written[this.#written.length - 1] = last + between + text;
  }

  #block(lines: string[], count: number): number {
    this.#setApart();
    for (const line of lines) this.#written.push(line);
    this.#setApart();
    return count;
  }

  /** Ends what was written with one empty line. */
  #setApart(): void {
    if (this.#written.length > 0 && this.#written.at(-1) !== '') this.#written.push('');
    this.#item = null;
  }
}

/** True where a full line ends in the middle of a sentence: the next line's first word had no room on it. */
function goesOn(before: Line, line: Line, edge: number): boolean {
  if (before.cells.length > 1 || line.cells.length > 1 || Math.abs(before.size - line.size) > 0.3 || before.isBold !== line.isBold) return false;
  const [last, next] = [before.cells[0]!, line.cells[0]!];
  const firstWord = ((next.end - next.x) * (next.text.indexOf(' ') + 1 || next.text.length)) / next.text.length;
  const hadRoom = last.end + firstWord + 0.6 * line.size < edge;
  return !hadRoom && (!/[.:;!?]$/.test(last.text) || /^\p{Ll}/u.test(next.text));
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
  const continues = isSame(lines[at + 1]) && !isApart(line, lines[at + 1]!, pitch);
  if (!line.isBold || !isShort || !standsAlone || continues) return null;
  const depth = numberDepth(withoutLabel(text).label ?? /^\d{1,2}(?= \p{Lu})/u.exec(text)?.[0] ?? null);
  return { text: depth === null ? `**${text}**` : `${'#'.repeat(Math.min(6, depth + 1))} ${text}`, count };
}

/** Letters and figures on a page, for telling a scan from a text. */
export const lettersOn = (words: Word[]): number => words.reduce((sum, word) => sum + (word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
