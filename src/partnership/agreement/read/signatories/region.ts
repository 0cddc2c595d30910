import { datesIn } from '../lex/dates.ts';
import { emailsIn, phonesIn } from '../lex/reachable.ts';
import type { PlainLine } from '../plain-lines.ts';

const OPENS = /underskrift|undertecknande|undertecknas|undertecknat|signatur|signeras|signering|namnteckning|likalydande|exemplar|ort\s*(?:och|,|\/|&)\s*datum|skrivet under|för\s+(?:kommunen|föreningen|stiftelsen)$|^ort:|^datum:/i;
const NAMED = /^(?:parternas\s|\d+\s)?(?:under(?:skrift|teckn)|signatur|signering|skrivet under)/i;
const CLOSES = /^(?:bilag(?:a|or)(?:\s|$|:)|sändlista|kopia\s+till|bil\.\s?\d|appendix|budget(?:\s|$))/i;

/** The lines people sign on: from where the text speaks of signing to the end or the annexes; else what follows the last paragraph. */
export function signingLines(lines: PlainLine[]): PlainLine[] {
  const body = withoutContacts(withoutAnnexes(lines));
  const from = beginning(body);
  return from < 0 ? [] : body.slice(from, from + 400);
}

/** An annex begins at its own heading, below the signatures. */
function withoutAnnexes(lines: PlainLine[]): PlainLine[] {
  const last = lines.findLastIndex((line) => OPENS.test(line.text));
  const from = Math.max(last + 1, Math.floor(lines.length / 3));
  const signed = lines.findLastIndex(({ text }) => text.length <= 140 && SIGNED_THERE.test(text));
  const at = lines.findIndex((line, i) => i >= from && CLOSES.test(line.text) && line.text.length < 90 && !(signed > i && (signed <= i + 8 || /^budget/i.test(line.text))) && (last >= 0 || /^(?:bilaga\s\S|appendix)/i.test(line.text)));
  return at < 0 ? lines : lines.slice(0, at);
}

/** "Ekmora den 3 mars 2024": there they sign. What is named right above it – "Bilagor: 1. Ordningsregler" – opens no annex, and neither does a budget further up. */
const SIGNED_THERE = /^\p{Lu}[\p{L} -]{1,30},?\s(?:den\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}\s\p{L}{3,9}\s\d{4})(?:\t|\s{2,}|\s\p{Lu}|$)|^(?:underskrift(?:er)?|undertecknande|ort och datum)\W*$/iu;

/** A collapsed text is one line that holds everything: it is not the contacts' alone. */
const isReachable = (line: PlainLine): boolean => line.text.length <= 400 && (emailsIn(line.text).length > 0 || phonesIn(line.text).length > 0);

/** "Ekmora 24 sept. 2024" over names with their addresses, and no heading that speaks of contacts: those to reach are those who sign. */
function isUnderSignatures(lines: PlainLine[], last: number): boolean {
  const near = lines.slice(Math.max(0, last - 9), last);
  const day = near.findLastIndex(({ text }) => text.length <= 60 && /^\/?\p{Lu}[\p{L}-]+,?\s(?:den\s)?\d/u.test(text) && datesIn(text).some((date) => date.day !== null && date.year !== null));
  return day >= 0 && ![...near.slice(day), lines[last]!].some(({ text }) => /kontakt/i.test(text)) && !near.slice(0, day).some(isReachable);
}

/** Whom to reach stands before or after whom to sign: before, the signing begins after it; after, it ends there. */
function withoutContacts(lines: PlainLine[]): PlainLine[] {
  const heading = lines.findLastIndex((line) => line.block.kind === 'heading' && NAMED.test(line.text));
  const last = lines.findLastIndex(isReachable);
  if (last >= lines.length - 2 && isUnderSignatures(lines, last)) return lines;
  if (last < 0 || (heading >= 0 && heading < last && !lines.slice(heading, last).some((line) => /kontakt/i.test(line.text)))) return lines;
  if (last < lines.length - 2) return heading > last ? lines : [...lines.slice(0, last + 1).map((line) => ({ ...line, text: '', cells: [''] })), ...lines.slice(last + 1)];
  let end = last;
  while (end > 0 && last - end < 30 && (isReachable(lines[end]!) || isReachable(lines[end + 1] ?? lines[end]!) || isReachable(lines[end + 2] ?? lines[end]!)) && !/^kontakt/i.test(lines[end]!.text)) end -= 1;
  return lines.slice(0, end + (/^kontakt/i.test(lines[end]!.text) ? 0 : 1));
}

/** The last place that speaks of signing with no long paragraph after it; else after the last long paragraph. */
function beginning(lines: PlainLine[]): number {
  const tail = afterLastParagraph(lines);
  for (let i = lines.length - 1; i >= 0; i -= 1) if (lines[i]!.block.kind === 'heading' && NAMED.test(lines[i]!.text)) return i;
  let first = -1;
  for (let i = lines.length - 1; i >= Math.max(0, tail - 3); i -= 1) if (OPENS.test(lines[i]!.text) && lines[i]!.block.kind !== 'item') first = i;
  if (first >= 0) return first;
  return lines.length - tail >= 2 || (tail >= 0 && (lines.at(-1)?.text.length ?? 0) > 400) ? tail : -1;
}

/** Running text that was broken at a width: half of its lines go on in small letters. Names under each other do not. */
const isWrapped = ({ lines }: PlainLine['block']): boolean => lines.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 >= lines.length;

function afterLastParagraph(lines: PlainLine[]): number {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 60); i -= 1) {
    const { block, text } = lines[i]!;
    if (i === lines.length - 1 && block.text.length > 400) return i;
    if (text === '' || block.kind === 'item' || (block.kind === 'paragraph' && block.text.length > 75 && /[.!?]$/.test(block.text) && (block.lines.length < 4 || isWrapped(block)) && !OPENS.test(block.text))) return i + 1;
  }
  return Math.max(0, lines.length - 40);
}
