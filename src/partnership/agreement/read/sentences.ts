import type { Block, Sentence } from './document.ts';
import { matchesIn } from './lex/matches.ts';
import { narrow, WIDE } from './narrow.ts';

/** Words whose full stop does not end a sentence. */
const ABBREVIATED =
  /(?:^|[\s(/])(?:t\.?ex|bl\.?a|ca|ev|st|resp|s\.?k|org\.\s?nr|m\.?m|m\.?fl|o\.?s\.?v|d\.?v\.?s|dvs|osv|org|orgnr|nr|kl|tel|tfn|inkl|exkl|ex|fr\.?o\.?m|t\.?o\.?m|from|tom|o\.?dyl|f\.?n|f\.?d|p\.?g\.?a|m\.?a\.?o|i\.?o\.?m|jfr|kap|art|mom|pkt|p|st|sid|dnr|bil|max|min|milj|mån|avd|ord|kr(?=\.\s(?:per|för|i|till|och|från|plus)\b)|jan|feb|apr|aug|sept|okt|nov|dec|\p{L}|\d{1,3}(?:\.\d{1,3})*)\.$/iu;

const END = /[.!?…](?:[”"»)\]]|\.\.)*(?=\s|$)/g;

/** The sentences of a block. Abbreviations ("t.ex.", "kr.", "9:e"), numbers and dates do not end one; an item is at least one sentence. Every reader asks for them; they are cut once. */
export function sentencesOf(block: Block): Sentence[] {
  return (block.sentences ??= cut(block));
}

function cut(block: Block): Sentence[] {
  const own = WIDE.test(block.text) ? narrow : (words: string) => words;
  return sentenceRanges(block.text).map(([at, end]) => ({ block, text: own(block.text.slice(at, end)), at }));
}

/** Beginning and end of each sentence in a text, without surrounding space. */
export function sentenceRanges(text: string): [at: number, end: number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (const found of matchesIn(END, text)) {
    const end = found.index + found[0].length;
    if (end < text.length && !endsHere(text, found.index, end)) continue;
    push(ranges, text, from, end);
    from = end;
  }
  push(ranges, text, from, text.length);
  return ranges;
}

const MONTH = /^\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/i;

/** "2. Bakgrund": the number is a label, not the end of a sentence. */
const opensWithNumber = (text: string, mark: number): boolean => /(?:^|(?<!(?:kl|ca|nr|st))[.!?:;]\s)\(?\d{1,3}(?:\.\d{1,3})*\.$/.test(text.slice(Math.max(0, mark - 12), mark + 1));

function endsHere(text: string, mark: number, end: number): boolean {
  const next = /^\s*(\S)/.exec(text.slice(end, end + 4))?.[1] ?? '';
  if (/\p{Ll}|[,;:)]/u.test(next)) return false;
  if (text[mark] !== '.') return true;
  const before = text.slice(Math.max(0, mark - 16), mark + 1);
  if (!ABBREVIATED.test(before)) return true;
  if (/\d\.$/.test(before)) return /\p{Lu}/u.test(next) && !opensWithNumber(text, mark) && !MONTH.test(text.slice(end, end + 6));
  return /(?:m\.?m|m\.?fl|o\.?s\.?v|osv|o\.?dyl|st)\.$/i.test(before) && /\p{Lu}/u.test(next);
}

function push(ranges: [number, number][], text: string, from: number, to: number): void {
  let at = from;
  let end = to;
  while (at < end && text[at]!.trim() === '') at += 1;
  while (end > at && text[end - 1]!.trim() === '') end -= 1;
  if (end > at) ranges.push([at, end]);
}
