import type { Line } from '../document.ts';
import { narrow } from '../narrow.ts';
import { joinCellLines } from './cell-lines.ts';
import { splitCollapsed } from './collapsed/index.ts';
import { undressed } from './decorated.ts';
import { splitMargin } from './margin.ts';
import { splitRunIn } from './run-in.ts';

/** A line with something on it, and how many empty lines stand before it. */
export interface WrittenLine extends Line {
  /** Empty lines between this line and the written line before; a form feed counts as two. */
  gap: number;
  /** Columns of space before the text. */
  indent: number;
  /** True when a page began here. */
  newPage: boolean;
  /** True for what is a heading by where it stood: in the margin, or where only a heading ends so in running text. */
  isHeading?: boolean;
}

/** The written lines of a text, in order. A text (or page) collapsed to one line is split again where a heading or bullet stands. */
export function writtenLines(text: string): WrittenLine[] {
  const lines = physicalLines(text);
  if (isCollapsed(lines)) return lines.flatMap((line) => splitCollapsed(line));
  if (isOneParagraph(lines)) return splitCollapsed(rejoined(text, lines)).map((line) => ({ ...line, number: lineAt(lines, line.start) }));
  return splitRunIn(undressed(splitMargin(joinCellLines(text, lines))));
}

function isCollapsed(lines: WrittenLine[]): boolean {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0);
  return lines.length > 0 && letters / lines.length >= 700;
}

/** Running text is broken at widths between these; shorter lines are a list. */
const [NARROWEST, WIDEST] = [20, 140];

/** A collapsed text that was broken again at a width: nearly every line is full, and none stands apart. */
function isOneParagraph(lines: WrittenLine[]): boolean {
  if (lines.length < 10) return false;
  const width = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const apart = lines.filter(({ gap }, i) => i > 0 && gap > 0).length;
  const full = lines.filter(({ text }) => text.length >= width * 0.8).length;
  return width >= NARROWEST && width <= WIDEST && apart <= lines.length * 0.03 && full >= lines.length * 0.9;
}

/** The whole text as one line whose letters stand where they stood. */
function rejoined(text: string, lines: WrittenLine[]): WrittenLine {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return { ...first, text: text.slice(first.start, last.end).replace(/\s/g, ' '), end: last.end };
}

function lineAt(lines: WrittenLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]!.number;
}

function physicalLines(text: string): WrittenLine[] {
  const lines: WrittenLine[] = [];
  let number = 1;
  let gap = 0;
  let newPage = false;
  let at = 0;
  const endOfLine = text.includes('\r') ? eitherBreak : lineFeed;
  const hasPages = text.includes('\f');
  while (at <= text.length) {
    const end = endOfLine(text, at);
    if (hasPages && end - at < 4000 && text.slice(at, end).includes('\f')) newPage = true;
    const line = trimmed(text, at, end, number);
    if (line) {
      lines.push({ ...line, gap: newPage ? Math.max(gap, 2) : gap, indent: indentOf(text, at, line.start), newPage });
      gap = 0;
      newPage = false;
    } else gap += 1;
    if (end >= text.length) break;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    number += 1;
  }
  return lines;
}

function lineFeed(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function eitherBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function trimmed(text: string, from: number, to: number, number: number): Line | null {
  const inside = text.slice(from, to);
  const words = inside.trim();
  if (words === '') return null;
  const start = inside.length === words.length ? from : from + (inside.length - inside.trimStart().length);
  return { text: narrow(words), start, end: start + words.length, number };
}

function indentOf(text: string, from: number, to: number): number {
  let columns = 0;
  for (let at = from; at < to; at += 1) columns += text[at] === '\t' ? 4 : 1;
  return columns;
}
