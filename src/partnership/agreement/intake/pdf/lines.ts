import { isLabel, writtenLabel } from '../layout/label.ts';
import type { Word } from './page.ts';

/** Words that stand together; a wide gap begins another cell. */
export interface LineCell {
  text: string;
  x: number;
  end: number;
}

/** What stands on one height of a page. */
export interface Line {
  cells: LineCell[];
  y: number;
  size: number;
  isBold: boolean;
}

export const startOf = (line: Line): number => line.cells[0]!.x;
export const endOf = (line: Line): number => line.cells.at(-1)!.end;

/** The page's words as lines from top to bottom. */
export function linesOf(words: Word[]): Line[] {
  return byBaseline(words).map(lineOf);
}

/** Words whose baselines are within half a letter of each other share a line, so that raised figures stay where they belong. */
function byBaseline(words: Word[]): Word[][] {
  const sorted = words.map((word, order) => ({ word, order })).sort((a, b) => a.word.y - b.word.y || a.order - b.order);
  const groups: { words: { word: Word; order: number }[]; y: number; size: number }[] = [];
  for (const each of sorted) {
    const last = groups.at(-1);
    if (last && each.word.y - last.y <= 0.5 * Math.max(last.size, each.word.size) * 0.9) {
      last.words.push(each);
      if (each.word.size > last.size) Object.assign(last, { y: each.word.y, size: each.word.size });
    } else groups.push({ words: [each], y: each.word.y, size: each.word.size });
  }
  return groups.map((group) => group.words.sort((a, b) => a.word.x - b.word.x || a.order - b.order).map(({ word }) => word));
}

function lineOf(words: Word[]): Line {
  const size = Math.max(...words.slice(0, 1000).map((word) => word.size));
  const base = words.find((word) => word.size === size)!;
  const stretch = usualGap(words, size);
  const cells: LineCell[] = [];
  for (const word of words) {
    const last = cells.at(-1);
    const isNote = last !== undefined && isRaisedFigure(word, base);
    const text = isNote ? `[^${word.text.trim()}]` : word.text;
    const gap = last ? word.x - last.end : 0;
    if (last && isNote && gap < size) last.text = last.text.trimEnd() + text;
    else if (!last || (gap > 1.5 * size && gap > 2.2 * stretch)) cells.push({ text, x: word.x, end: word.x + word.width });
    else {
      last.text += (word.isSpaced || gap > 0.25 * size) && !/\s$/.test(last.text) && !/^\s/.test(text) ? ` ${text}` : text;
    }
    const open = cells.at(-1)!;
    open.end = Math.max(open.end, word.x + word.width);
  }
  for (const cell of cells) cell.text = cell.text.trim();
  return { cells: labelJoined(cells, size), y: base.y, size, isBold: words.every((word) => word.isBold || isLabel(word.text.trim())) && words.some((word) => word.isBold) };
}

/** In a line stretched to the margin all gaps are alike and none begins a cell. */
function usualGap(words: Word[], size: number): number {
  const gaps = words.slice(1).map((word, i) => word.x - (words[i]!.x + words[i]!.width)).filter((gap) => gap > 0.15 * size).sort((a, b) => a - b);
  return gaps.length >= 4 ? gaps[Math.floor(gaps.length / 2)]! : 0;
}

/** The mark of a footnote: written on, "250 000" with a raised 1 would become another amount. */
const isRaisedFigure = (word: Word, base: Word): boolean => /^\s*\d{1,3}\s*$/.test(word.text) && word.size < base.size * 0.8 && base.y - word.y > base.size * 0.15;

/** A bullet or number and the words it marks are no table. */
function labelJoined(cells: LineCell[], size: number): LineCell[] {
  const [first, second, ...rest] = cells;
  if (!first) return cells;
  if (!second) return isLabel(first.text) ? [{ ...first, text: writtenLabel(first.text) }] : cells;
  const marks = isLabel(first.text) || (rest.length === 0 && /^\d{1,2}$/.test(first.text) && /^\p{Lu}\p{Ll}/u.test(second.text));
  if (!marks || second.x - first.end > 6 * size) return cells;
  return [{ text: `${writtenLabel(first.text)} ${second.text}`, x: first.x, end: second.end }, ...rest];
}
