import * as m from '#messages';
import type { Sentence } from '../read/document.ts';
import { remembered } from '../read/remembered.ts';
import type { Check } from './check.ts';
import { everySentence, spanOfSentence } from './passages.ts';

const LEAST_WORDS = 14;
const MOST_DIFFERENCES = 3;

/** The same long sentence stands twice, with a word or two changed: which of them applies? */
export const passageRepeatedDifferently: Check<{ line: number; here: string; there: string }> = {
  code: 'passage-repeated-differently',
  severity: 'note',
  say: m.check_passage_repeated_differently,
  find({ doc, reading }) {
    const names = new Set(reading.parties.flatMap(({ name }) => wordsOf(name)));
    const seen = new Map<string, Passage>();
    return everySentence(doc).flatMap((sentence) => {
      if (sentence.text.length < 2 * LEAST_WORDS - 1) return [];
      const passage = { sentence, words: wordsOf(sentence.text) };
      if (passage.words.length < LEAST_WORDS) return [];
      const keys = keysOf(passage.words);
      const twin = keys.map((key) => seen.get(key)).find((earlier) => earlier !== undefined);
      for (const key of keys) if (!seen.has(key)) seen.set(key, passage);
      const change = twin && differenceOf(twin.words, passage.words);
      if (!change || isAboutAnother(change, names)) return [];
      return [{ span: spanOfSentence(twin.sentence), facts: { line: spanOfSentence(sentence).line, here: change.a, there: change.b } }];
    });
  },
};

/** The same said of one party and then of the other, in each one's name. */
const isAboutAnother = ({ a, b }: { a: string; b: string }, names: ReadonlySet<string>): boolean =>
  [a, b].every((words) => words !== '' && words.split(' ').every((word) => names.has(word)));

interface Passage {
  sentence: Sentence;
  words: readonly string[];
}

const wordsOf = remembered((text: string): readonly string[] => text.toLowerCase().match(/(?<![\p{L}\p{N}/.-])[\p{L}\p{N}/.-]*[\p{L}\p{N}]/gu) ?? []);

/** Twins share their first words or their last. */
const keysOf = (words: readonly string[]): string[] => [`^${words.slice(0, 6).join(' ')}`, `${words.slice(-6).join(' ')}$`];

/** The few words that differ, or null when the sentences are the same, differ by more, or differ by a number or date on purpose. */
function differenceOf(a: readonly string[], b: readonly string[]): { a: string; b: string } | null {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [inA, inB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const size = Math.max(inA.length, inB.length);
  if (size === 0 || size > MOST_DIFFERENCES || [...inA, ...inB].some((word) => /\d/.test(word))) return null;
  return { a: inA.join(' '), b: inB.join(' ') };
}
