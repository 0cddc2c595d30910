import { matchesIn } from '../../lex/matches.ts';
import type { WrittenLine } from '../lines.ts';
import { headingAt } from './headings.ts';
import { rowCuts } from './columns.ts';
import { itemCuts } from './marks.ts';
import { numbersAt } from './numbers.ts';
import { tableCuts } from './tables.ts';
import { Beginnings, wordsOf } from './words.ts';

/** A text that lost its line breaks, split where only a line can have begun. A line of ordinary length is left whole. */
export function splitCollapsed(line: WrittenLine): WrittenLine[] {
  if (line.text.length < 400) return [line];
  const { cuts, headings } = cutsIn(line.text);
  const at = [0, ...[...cuts].filter((cut) => cut > 0 && cut < line.text.length).sort((a, b) => a - b), line.text.length];
  const pieces: WrittenLine[] = [];
  for (let i = 0; i + 1 < at.length; i += 1) {
    const inside = line.text.slice(at[i], at[i + 1]);
    const words = inside.trim();
    if (words === '') continue;
    const start = line.start + at[i]! + (inside.length - inside.trimStart().length);
    pieces.push({ ...line, text: words, start, end: start + words.length, gap: pieces.length === 0 ? line.gap : 1, ...(headings.has(at[i]!) ? { isHeading: true } : {}) });
  }
  return pieces;
}

const PAGE = /(?<=^|\s)(?:sida|page)\s\d{1,3}\s?(?:av|of|\/|\()\s?\d{1,3}\)?|(?<=\s)\d{1,2}\s?\(\d{1,2}\)(?=\s)/giu;

/** Where lines begin, and which of them are headings. */
function cutsIn(text: string): { cuts: Set<number>; headings: Set<number> } {
  const cuts = new Set<number>([...tableCuts(text), ...itemCuts(text), ...matchesIn(PAGE, text).flatMap(({ 0: page, index }) => [index, index + page.length])]);
  const headings = new Set<number>();
  const begins = new Beginnings(wordsOf(text));
  const { words } = begins;
  const marks = new Map(numbersAt(text).map((number) => [number.words, number]));
  let isAfterHeading = true;
  for (let i = 0; i < words.length; i += 1) {
    const mark = marks.get(words[i]!.at);
    const isNew = begins.at(i);
    if (mark) cuts.add(mark.at);
    if (!mark && !isNew && !isAfterHeading && !cuts.has(words[i]!.at) && !isRunOfCapitals(begins, i)) continue;
    if (isNew && !mark && !(words[i - 1]?.isLast ?? true)) cuts.add(words[i]!.at);
    const heading = words[i]!.isCapital ? headingAt(text, begins, i, mark?.isMarked ?? false) : null;
    isAfterHeading = heading !== null;
    if (!heading) continue;
    const from = mark?.at ?? words[i]!.at;
    cuts.add(from);
    headings.add(from);
    if (heading.to < words.length) cuts.add(words[heading.to]!.at);
    i = heading.to - 1;
  }
  for (const cut of rowCuts(text, words, cuts)) cuts.add(cut);
  return { cuts, headings };
}

/** Capitals begin after small letters: "… för alla EKONOMI Kommunen …". */
const isRunOfCapitals = (begins: Beginnings, i: number): boolean => {
  const { words } = begins;
  return /^\p{Lu}{3,}/u.test(words[i]!.bare) && !/^\p{Lu}{2,}$/u.test(words[i - 1]?.bare ?? '') && !begins.binds(words[i - 1]!);
};
