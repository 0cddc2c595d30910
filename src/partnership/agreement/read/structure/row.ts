import { matchesIn } from '../lex/matches.ts';
import { remembered } from '../remembered.ts';
const SUM = /(?:^|[\s–-])(?:[-−–]\s?)?\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,2})?\s*(?:kr(?:onor)?|sek|tkr|:-|kr\.)?$|\s[-−–]?\d+(?:,\d+)?\s*(?:kr(?:onor)?|sek|tkr|mkr|msek|:-)$/i;

/** Where the cells of a table row begin and end in the line, or null when the line is no row. Pipes, tabs and columns of space make cells. */
export const cellsOf = remembered((line: string): [from: number, to: number][] | null => {
  if (line.length > 1000) return null;
  if (isPipeRow(line)) return cut(line.replace(/^\||\|$/g, ' '), /\|/g, true);
  if (line.includes('\t')) return atLeastTwo(cut(line, /\t/g, true));
  if (/ {3,}|[ \u00a0]{2,}\S{1,14}$/.test(line)) {
    const cells = cut(line, / {2,}|\u00a0{2,}/g);
    const isProse = cells.some(([from, to], i) => i + 1 < cells.length && to - from > 60);
    return isProse ? null : atLeastTwo(cells);
  }
  if (line.includes('....')) return atLeastTwo(cut(line, /\.{4,}/g));
  return null;
});

const isPipeRow = (line: string): boolean => line.includes('|') && (/^\|.*\|$/.test(line) || /\S \| \S.* \| \S/.test(line));

const atLeastTwo = (cells: [number, number][]) => (cells.length >= 2 ? cells : null);

/** True for a Markdown table's ruling: `|---|---:|`. */
export const isRuling = (line: string): boolean => line.includes('--') && /^\|?[\s:|-]+\|?$/.test(line);

/** Where sums are told in thousands: "Material -5", and no "Bilaga 2" or year. */
const SMALL_SUM = /(?<=[\p{L}).\d])\s[-−–]?(?!(?:19|20)\d\d$)\d{1,5}$/u;
const NUMBERED = /(?:bilaga|punkt|sida?|kap(?:itel)?|avsnitt|år|§|nr|etapp|del|version)\.?\s\d{1,4}$/i;

/** Where the sum at the end of "Hyra av lokal 45 000 kr" begins, or -1: a row of label and number without columns. */
export function sumAtEnd(line: string, inThousands = false): number {
  if (line.length > 90 || /[.:;!?]$/.test(line.replace(/kr\.$/, ''))) return -1;
  const found = SUM.exec(line) ?? (inThousands && !NUMBERED.test(line) ? SMALL_SUM.exec(line) : null);
  if (!found || found.index < 2) return -1;
  return found.index + (/^[\s–-]/.test(found[0]) && !/^[-–]\d/.test(found[0]) ? 1 : 0);
}

/** Empty cells are kept where a row's columns must stay under those of its header. */
function cut(line: string, separator: RegExp, keepsEmpty = false): [number, number][] {
  const cells: [number, number][] = [];
  let from = 0;
  const add = (to: number) => {
    const inside = line.slice(from, to);
    const words = inside.trim();
    if (words === '') {
      if (keepsEmpty) cells.push([from, from]);
      return;
    }
    const start = from + (inside.length - inside.trimStart().length);
    cells.push([start, start + words.length]);
  };
  for (const found of matchesIn(separator, line)) {
    add(found.index);
    from = found.index + found[0].length;
  }
  add(line.length);
  return cells;
}
