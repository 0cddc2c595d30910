import { moneyIn } from '../lex/money.ts';
import { FIGURES } from '../lex/numbers.ts';
import { narrow } from '../narrow.ts';
import type { WrittenLine } from './lines.ts';

/** No table has more columns than this, and no cell more letters. */
const [MOST_COLUMNS, LONGEST_CELL] = [7, 90];
const NUMBER = new RegExp(String.raw`^(?:[-−–]\s?)?(?:ca\.?\s)?${FIGURES}\s*(?:%|kr|kronor|tkr|kkr|mkr|sek|:-)?$|^[-–—]$`, 'iu');
/** A sum with its thousands apart or its unit: what a table about money has. */
const SUM = /^[-−–]?\s?\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|^\d[\d ,.]*\s?(?:kr|kronor|tkr|kkr|mkr|sek|:-)$/i;
/** Where sums are told in thousands they are as short as "450". */
const IN_THOUSANDS = /tkr|kkr|tusental|mkr|mnkr/i;
const SMALL = /^\d{2,3}$/;
const YEAR = /^(?:19|20)\d\d$/;
const ENDS_SENTENCE = /[.;:!?]$/;
/** A heading or an item is no cell. */
const MARKED = /^(?:#|[-*•+–]\s|§|\d{1,2}(?:\.\d{1,2})*[.)]\s)/;

/**
 * A table that came out of a word processor with one cell to a line – the heads, then each row – gets its rows back.
 * It is known by sums that come back every so many lines under heads that are words. A cell that was empty leaves no line, so such a table is left alone.
 */
export function joinCellLines(text: string, lines: WrittenLine[]): WrittenLine[] {
  const isScaled = IN_THOUSANDS.test(text);
  const isSum = lines.map((line) => SUM.test(line.text) || (isScaled && SMALL.test(line.text)));
  if (!isSum.includes(true)) return lines;
  const joined: WrittenLine[] = [];
  for (let at = 0, tried = 0; at < lines.length; ) {
    const end = isSum[at] && at >= tried ? tableAround(lines, at, joined.length) : null;
    if (!end) {
      joined.push(lines[at]!);
      at += 1;
      continue;
    }
    const { from, width, rows } = end;
    joined.length -= at - from;
    for (let row = 0; row < rows; row += 1) joined.push(rowOf(text, lines.slice(from + row * width, from + (row + 1) * width)));
    at = from + rows * width;
    tried = at;
  }
  return joined;
}

interface Grid {
  from: number;
  width: number;
  /** With the heads. */
  rows: number;
}

/** The table whose first sum this is; null where there is none. `least` lines before it are free to be its heads. */
function tableAround(lines: WrittenLine[], sum: number, free: number): Grid | null {
  let best: Grid | null = null;
  for (let width = 2; width <= MOST_COLUMNS; width += 1) {
    for (let column = 1; column < width; column += 1) {
      const from = sum - column - width;
      if (from < 0 || sum - from > free) continue;
      const rows = rowsOf(lines, from, width);
      if (rows >= 3 && rows * width > (best ? best.rows * best.width : 0)) best = { from, width, rows };
    }
  }
  return best;
}

/** How many rows of one kind stand from here, the heads counted; 0 where these are no heads. */
function rowsOf(lines: WrittenLine[], from: number, width: number): number {
  const heads = lines.slice(from, from + width);
  const gap = heads[1]!.gap;
  if (gap > 1 || heads.some((line, i) => !isCell(line, i === 0 ? null : gap) || (isNumber(line.text) && !YEAR.test(line.text)))) return 0;
  const first = lines.slice(from + width, from + 2 * width);
  const isNumeric = first.map((line) => isNumber(line.text));
  if (first.length < width || !isNumeric.includes(false) || !isNumeric.at(-1)) return 0;
  let rows = 1;
  for (let at = from + width; at + width <= lines.length; at += width) {
    const row = lines.slice(at, at + width);
    if (row.some((line, i) => !isCell(line, gap) || isNumber(line.text) !== isNumeric[i])) break;
    rows += 1;
  }
  return rows;
}

const isNumber = (text: string): boolean => NUMBER.test(text) || (SUM.test(text) && moneyIn(text).length === 1);

const isCell = ({ text, gap, isHeading, newPage }: WrittenLine, as: number | null): boolean =>
  text.length <= LONGEST_CELL && (as === null || (gap === as && !newPage)) && isHeading !== true && !text.includes('\t') && !MARKED.test(text) && !ENDS_SENTENCE.test(text);

/** The cells as one line with tabs between, every letter still where it stood. */
function rowOf(text: string, cells: WrittenLine[]): WrittenLine {
  const [first, last] = [cells[0]!, cells.at(-1)!];
  const whole = text.slice(first.start, last.end).replace(/\s/g, (space) => (space === '\n' || space === '\r' ? '\t' : ' '));
  return { ...first, text: narrow(whole.replace(/\t[\t ]*\t/g, (space) => `\t${' '.repeat(space.length - 1)}`)), end: last.end };
}
