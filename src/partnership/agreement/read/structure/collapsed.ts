import type { WrittenLine } from './lines.ts';
import { beginsAsHeading, sectionNames } from './heading-words.ts';

const NUMBERED = /(?<=[\s.:;])(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?|§\s?(\d{1,2})|(\d{1,2})\s?§)\s(?=\p{Lu}\p{Ll}|IOP)/gu;
const BULLET = /(?<=\s)(?:[•▪●◦‣■➢]|[-–*](?=\s\p{Lu}))\s?|(?<=[:;]\s)[-–*]\s/gu;
const NAMED = new RegExp(`(?<=[.:;!?)]\\s)(?:${sectionNames.join('|')})(?=\\s\\p{Lu})`, 'gu');
const SHORT = /(?<=[.!?]\s)(\p{Lu}[\p{L}]{2,24}(?:\s[\p{L}&]{1,20}){0,3})[.:](?=\s\p{Lu})/gu;
const SIGNED = /(?<=[.,]\s|\s)(?=\p{Lu}[\p{L}-]{2,20}(?:\s|,\s|\sden\s)\d{4}-\d\d-\d\d\s\p{Lu})|(?<=\.\s)(?=För\s\p{Lu}|För\s(?:kommunen|föreningen|stiftelsen))/gu;

/** A text that lost its line breaks, split before what can only be a heading or a bullet. A line of ordinary length is left whole. */
export function splitCollapsed(line: WrittenLine): WrittenLine[] {
  if (line.text.length < 400) return [line];
  const cuts = new Set<number>([...headingCuts(line.text), ...matches(BULLET, line.text)]);
  const at = [0, ...[...cuts].filter((cut) => cut > 0).sort((a, b) => a - b), line.text.length];
  const pieces: WrittenLine[] = [];
  for (let i = 0; i + 1 < at.length; i += 1) {
    const inside = line.text.slice(at[i], at[i + 1]);
    const words = inside.trim();
    if (words === '') continue;
    const start = line.start + at[i]! + (inside.length - inside.trimStart().length);
    pieces.push({ ...line, text: words, start, end: start + words.length, gap: pieces.length === 0 ? line.gap : 1 });
  }
  return pieces;
}

const matches = (pattern: RegExp, text: string): number[] => [...text.matchAll(pattern)].map((match) => match.index);

/** Before each numbered or known heading, and after it, where its words end and a sentence begins. */
function headingCuts(text: string): number[] {
  const cuts: number[] = [];
  let last = 0;
  for (const match of text.matchAll(NUMBERED)) {
    const number = Number((match[1] ?? match[2] ?? match[3] ?? '').split('.')[0]);
    if (number < last || number > last + 2) continue;
    last = number;
    cuts.push(match.index, endOfHeading(text, match.index + match[0].length));
  }
  for (const match of text.matchAll(SHORT)) {
    if (beginsAsHeading(match[1]!) || /(?:åtaganden|ansvar|skyldigheter|uppgifter)$/i.test(match[1]!)) cuts.push(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(SIGNED)) cuts.push(match.index);
  cuts.push(endOfTitle(text));
  for (const match of text.matchAll(NAMED)) cuts.push(match.index, match.index + match[0].length);
  return cuts;
}

/** The first sentence is the title where it is short. */
const endOfTitle = (text: string): number => (/^.{10,140}?[\p{L}”"]\.(?=\s\p{Lu})/u.exec(text)?.[0].length ?? 0);

/** A heading ends before the first later word with a capital: "2. Syfte och mål Partnerskapet ska …". */
function endOfHeading(text: string, from: number): number {
  const ahead = text.slice(from, from + 120);
  const named = sectionNames.find((name) => ahead.startsWith(name) && /^\s\p{Lu}/u.test(ahead.slice(name.length)));
  if (named) return from + named.length;
  const next = /(?<=\S)\s(?=\p{Lu})/u.exec(ahead);
  const stop = /[.;:]\s/.exec(ahead);
  return next && (!stop || next.index <= stop.index + 1) ? from + next.index : from;
}
