import type { WrittenLine } from './lines.ts';
import type { BlockWriter } from './writing.ts';
import type { Piece } from './pieces.ts';

const ENDED = /[.!?:;)”"»][*_]*$/;
const UNFINISHED = /(?:^|\s)(?:och|eller|samt|i|på|för|med|av|till|att|som|en|ett|den|det|de|vid|om|under|från|mellan|genom|inom|enligt|hos|vars|vilket|vilka|ska|kan|är|har|ca\.?|cirka|resp\.?|t\.ex\.|bl\.a\.|s\.k\.)$/i;

/** The width at which the text was broken into lines, or null when each paragraph is one line. */
export function widthOf(lines: WrittenLine[]): number | null {
  const lengths = lines.map((line) => line.text.length).filter((length) => length > 30).sort((a, b) => a - b);
  if (lengths.length < 5) return null;
  const wide = lengths[Math.floor(lengths.length * 0.95)]!;
  const tight = lines.filter((line) => line.gap === 0 && line.text.length > wide * 0.6).length;
  return wide <= 135 && tight >= lengths.length * 0.25 ? wide : null;
}

/** True when the line goes on with the block's last sentence or belongs to the same group of short lines. */
export function goesOn(block: BlockWriter, piece: Piece, width: number | null): boolean {
  const before = block.last;
  const next = piece.line.text;
  if (piece.line.gap === 0) return goesOnAtOnce(before, next, width);
  if (before.length < 40 || ENDED.test(before)) return false;
  const startsLow = /^[\p{Ll}]/u.test(next) && !/^(?:c\/o|www\.|och$|mellan$)/.test(next) && !/^\S+@|^\S+\.\p{L}{2,3}(?:\s|$)/u.test(next);
  return startsLow || (UNFINISHED.test(before) && next.length > 30);
}

/** True when the next line's first word would not have fitted on the line: it was broken by its width alone. */
export function isFull(line: string, next: string, width: number | null): boolean {
  const firstWord = next.indexOf(' ') < 0 ? next.length : next.indexOf(' ');
  return width !== null && line.length + 1 + firstWord >= width * 0.88;
}

function goesOnAtOnce(before: string, next: string, width: number | null): boolean {
  const startsLow = /^[\p{Ll}(,;]/u.test(next);
  if (!ENDED.test(before) && (startsLow || UNFINISHED.test(before) || /[-,]$/.test(before))) return true;
  if (isFull(before, next, width) || (before.length > 40 && !ENDED.test(before) && /^\d/.test(next))) return true;
  return before.length <= 60 && next.length <= 60;
}
