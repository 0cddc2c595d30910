import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block, Sentence } from '../read/document.ts';
import { matchesIn } from '../read/lex/matches.ts';
import { blocksThatMaySay } from '../read/may-say.ts';
import { sentencesOf } from '../read/sentences.ts';
import { spanOf } from '../read/span.ts';
import type { CheckedAgreement } from './check.ts';

/** A place where a pattern was found, in its block and in the original text. */
export interface Passage {
  block: Block;
  match: RegExpExecArray;
  span: TextSpan;
}

/** The blocks a person reads: everything but what pages repeat. */
export function readableBlocks(doc: AgreementDocument): Block[] {
  const blocks = shown.get(doc) ?? doc.blocks.filter((block) => block.kind !== 'furniture');
  shown.set(doc, blocks);
  return blocks;
}

const shown = new WeakMap<AgreementDocument, Block[]>();

/** The readable blocks in which the pattern may be found; it is in none of the others. */
const readableThatMaySay = (doc: AgreementDocument, sought: RegExp | string): Block[] => blocksThatMaySay(doc, sought).filter((block) => block.kind !== 'furniture');

/** Every place in the readable text where the (global) pattern matches, in order; a quick sign of it spares the long pattern. */
export const everyMatch = (doc: AgreementDocument, pattern: RegExp, hasSign: (text: string) => boolean = () => true): Passage[] =>
  matchesInBlocks(readableThatMaySay(doc, pattern).filter(({ text }) => hasSign(text)), pattern);

/** Every place in the readable text where the words stand as the (global) pattern has them. */
export const everyMention = (doc: AgreementDocument, spoken: string, pattern: RegExp): Passage[] => matchesInBlocks(readableThatMaySay(doc, spoken), pattern);

const matchesInBlocks = (blocks: readonly Block[], pattern: RegExp): Passage[] =>
  blocks.flatMap((block) => matchesIn(pattern, block.text).map((match) => ({ block, match, span: spanOf(block, match.index, match.index + match[0].length) })));

/** True when the readable text says something the pattern matches. */
export const says = (doc: AgreementDocument, pattern: RegExp): boolean =>
  readableThatMaySay(doc, pattern).some((block) => block.text.search(pattern) >= 0);

/** The pattern as whole words, any case. Swedish letters count as letters, which `\b` does not know. */
export const words = (pattern: string): RegExp => new RegExp(`(?<![a-zåäöéüæøà0-9])(?:${pattern})(?![a-zåäöéüæøà0-9])`, 'giu');

/** Many checks ask for the same document's sentences; they are cut once. */
const cut = new WeakMap<AgreementDocument, Sentence[]>();

export function everySentence(doc: AgreementDocument): Sentence[] {
  const sentences = cut.get(doc) ?? readableBlocks(doc).flatMap(sentencesOf);
  cut.set(doc, sentences);
  return sentences;
}

/** The sentences in which the pattern is found, in order. */
export const sentencesSaying = (doc: AgreementDocument, pattern: RegExp): Sentence[] =>
  readableThatMaySay(doc, pattern).flatMap(sentencesOf).filter(({ text }) => text.search(pattern) >= 0);

export const spanOfSentence = ({ block, text, at }: Sentence): TextSpan => spanOf(block, at, at + text.length);

/** Where to point when something is absent from the whole agreement: its title, else its first line. */
export function titleSpan({ doc, reading }: CheckedAgreement): TextSpan {
  return reading.titleSource ?? readableBlocks(doc)[0]?.span ?? { start: 0, end: 0, line: 1 };
}

const AMENDMENT = /tilläggs?(?:avtal|överenskommelse)|tillägg (?:nr|till|\d)|ändringsavtal/iu;

/** True for a text that changes another agreement and leaves the rest of it to that one. */
export const isAmendment = ({ doc, reading }: CheckedAgreement): boolean =>
  AMENDMENT.test(`${reading.title ?? ''} ${doc.text.slice(0, 200)}`);

/** True for a whole agreement, so that a loose annex or an amendment is not blamed for what it was never meant to hold. */
export const isWhole = ({ doc, reading }: CheckedAgreement): boolean =>
  !isAmendment({ doc, reading }) &&
  reading.parties.length >= 2 && (reading.period !== null || reading.signatories.length > 0 || reading.commitments.length > 1);

/** The text cut for quoting in a sentence: at most `length` characters, at a word's end. */
export function quote(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, '')} …`;
}

/** The end of the last whole word within `length` characters from `at`. */
export function wordEnd(text: string, at: number, length: number): number {
  if (text.length <= at + length) return text.length;
  const space = text.lastIndexOf(' ', at + length);
  return space > at ? space : at + length;
}

/** A pattern that matches exactly this text. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The block that holds the offset; blocks stand in the order of the text. */
export function blockAt({ blocks }: AgreementDocument, offset: number): Block | undefined {
  const block = blocks[firstAfter(blocks, ({ span }) => span.start, offset) - 1];
  return block && offset < block.span.end ? block : undefined;
}

/** The facts that begin within the span, of facts in the order of the text. */
export function startingIn<T extends { source: TextSpan }>(facts: readonly T[], { start, end }: Pick<TextSpan, 'start' | 'end'>): T[] {
  const startOf = ({ source }: T) => source.start;
  return facts.slice(firstAfter(facts, startOf, start - 1), firstAfter(facts, startOf, end - 1));
}

/** Index of the first whose place is beyond the offset. */
function firstAfter<T>(ordered: readonly T[], placeOf: (item: T) => number, offset: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(ordered[middle]!) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Facts in the order of the text. */
export const inOrder = <T extends { source: TextSpan }>(facts: readonly T[]): T[] => facts.toSorted((a, b) => a.source.start - b.source.start);
