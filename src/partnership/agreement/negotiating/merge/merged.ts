import { diffArrays } from 'diff';
import { tokensOf } from '../compare/tokens.ts';

/** A stretch of two edits made one: what they agree on, or where both changed the same sentence and a person must choose. */
export type MergePart = { kind: 'agreed'; text: string } | { kind: 'collision'; base: string; mine: string; theirs: string };

/** Words of the base that were replaced by others; where `from` is `to`, words that were put in. */
interface Edit {
  side: 'mine' | 'theirs';
  from: number;
  to: number;
  words: string[];
}

/** A stretch of the base with every edit in it. */
interface Region {
  from: number;
  to: number;
  edits: Edit[];
}

/** Words that may differ before an edit is taken as a new text altogether; what bounds the time. */
const MOST_EDITS = 4_000;

/**
 * Two edits of the same text as one. What only one of them changed is taken; where both changed a sentence, or changed what
 * touches, both texts are kept for a person to choose. Nothing that either wrote is lost.
 */
export function merged(base: string, mine: string, theirs: string): MergePart[] {
  const words = wordsOf(base);
  const edits = [...editsOf('mine', words, mine), ...editsOf('theirs', words, theirs)].sort((a, b) => a.from - b.from || a.to - b.to);
  const parts: MergePart[] = [];
  let at = 0;
  for (const region of regionsOf(edits, words)) {
    parts.push({ kind: 'agreed', text: words.slice(at, region.from).join('') }, partOf(region, words));
    at = region.to;
  }
  return joined([...parts, { kind: 'agreed', text: words.slice(at).join('') }]);
}

/** The one text, or null where a person must choose. */
export const mergedText = (parts: MergePart[]): string | null => (parts.every(({ kind }) => kind === 'agreed') ? reading(parts, 'mine') : null);

/** The text with one side's words wherever both changed the same. */
export const reading = (parts: MergePart[], side: Edit['side']): string => parts.map((part) => (part.kind === 'agreed' ? part.text : part[side])).join('');

/** The text with both sides' words after one another wherever both changed the same: a beginning for whoever settles it. */
export const withBoth = (parts: MergePart[]): string => parts.map((part) => (part.kind === 'agreed' ? part.text : beside(part.mine, part.theirs))).join('');

const beside = (mine: string, theirs: string): string => (mine.trim() === '' || theirs.trim() === '' || /^\s/.test(theirs) ? mine + theirs : `${mine} ${theirs}`);

const wordsOf = (text: string): string[] => tokensOf(text).map(({ space, word }) => space + word);

function editsOf(side: Edit['side'], base: string[], text: string): Edit[] {
  const words = wordsOf(text);
  const changes = diffArrays(base, words, { maxEditLength: MOST_EDITS });
  if (!changes) return [{ side, from: 0, to: base.length, words }];
  const edits: Edit[] = [];
  let at = 0;
  for (const { added, removed, count, value } of changes) {
    const last = edits.at(-1);
    const open = last?.to === at ? last : undefined;
    if (removed) {
      if (open) open.to += count;
      else edits.push({ side, from: at, to: at + count, words: [] });
    } else if (added) {
      if (open) open.words.push(...value);
      else edits.push({ side, from: at, to: at, words: value });
    }
    if (!added) at += count;
  }
  return edits;
}

/** Edits in the same sentence, or that touch, belong to one region. */
function regionsOf(edits: Edit[], words: string[]): Region[] {
  const regions: Region[] = [];
  for (const edit of edits) {
    const last = regions.at(-1);
    if (last && !sentenceEndsBetween(words, last.to, edit.from)) {
      last.to = Math.max(last.to, edit.to);
      last.edits.push(edit);
    } else regions.push({ from: edit.from, to: edit.to, edits: [edit] });
  }
  return regions.map((region) => (isOfBoth(region) ? wholeSentences(region, words) : region));
}

const isOfBoth = ({ edits }: Region): boolean => edits.some(({ side }) => side !== edits[0].side);

/** A sentence is chosen as a whole. */
function wholeSentences({ from, to, edits }: Region, words: string[]): Region {
  const isEnd = (at: number) => at < 0 || ENDS.test(words[at]);
  const isBreak = (at: number) => at >= words.length || BREAKS.test(words[at]);
  while (!isEnd(from - 1) && !isBreak(from)) from -= 1;
  while (!(to > from && isEnd(to - 1)) && !isBreak(to)) to += 1;
  return { from, to, edits };
}

function partOf(region: Region, words: string[]): MergePart {
  const [mine, theirs] = (['mine', 'theirs'] as const).map((side) => applied(region, side, words));
  if (mine === theirs || !isOfBoth(region)) return { kind: 'agreed', text: region.edits[0].side === 'mine' ? mine : theirs };
  return { kind: 'collision', base: words.slice(region.from, region.to).join(''), mine, theirs };
}

/** What stands in the region when one side's edits have been made. */
function applied({ from, to, edits }: Region, side: Edit['side'], words: string[]): string {
  const parts: string[] = [];
  let at = from;
  for (const edit of edits) {
    if (edit.side !== side) continue;
    parts.push(...words.slice(at, edit.from), ...edit.words);
    at = edit.to;
  }
  return [...parts, ...words.slice(at, to)].join('');
}

const ENDS = /^\s*[.!?;:]$/;
const BREAKS = /^\s*\n/;

const sentenceEndsBetween = (words: string[], from: number, to: number): boolean =>
  from < to && (words.slice(from, to).some((word, at) => ENDS.test(word) || (at > 0 && BREAKS.test(word))) || BREAKS.test(words[to] ?? ''));

function joined(parts: MergePart[]): MergePart[] {
  const whole: MergePart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.kind === 'agreed' && last?.kind === 'agreed') last.text += part.text;
    else if (part.kind === 'collision' || part.text !== '') whole.push({ ...part });
  }
  return whole;
}
