import type { Ground, SourceFact } from './facts.ts';
import { kindSaid } from './kind.ts';

/** "Dessa ska vara inne den 9 juni": what they are stands in the sentence before. */
const POINTS_BACK = /^(?:dessa|de|den|det|denna|detta|båda|rapporterna|rapporten|redovisningarna|redovisningen)\s/i;

/** The words of a deadline, after the sentence they point back at where that one says what is to be done. */
export function withWhatItPointsAt({ text }: Ground, { span }: SourceFact, words: string): string {
  if (text === null || !POINTS_BACK.test(words)) return words;
  const before = sentenceBefore(text, span.start);
  return before && kindSaid(before) !== 'other' ? `${before} ${words}` : words;
}

/** The last sentence of the same paragraph before this place. */
function sentenceBefore(text: string, place: number): string | null {
  const paragraph = text.slice(0, place).split(/\n\s*\n/).at(-1)!;
  return paragraph.replace(/\s+/g, ' ').trim().split(/(?<=[.!?])\s(?=\p{Lu})/u).at(-1) || null;
}
