import type { Sentence } from '../read/document.ts';
import { sentencesOf } from '../read/sentences.ts';
import type { CheckedAgreement } from './check.ts';
import { sentencesSaying, words } from './passages.ts';

const REPAYMENT = words('återbetal\\p{L}*|återkräv\\p{L}*|återkrav\\p{L}*|kräva (?:\\p{L}+ ){0,4}?(?:åter|tillbaka)|betala(?:s)? tillbaka|krävas (?:åter|tillbaka)');

/** The sentences by which money may have to come back, each with the one before it in its block. */
export function repaymentClauses({ doc }: CheckedAgreement): { sentence: Sentence; before: Sentence | null }[] {
  return sentencesSaying(doc, REPAYMENT)
    .filter(({ block }) => block.kind !== 'heading')
    .map((sentence) => {
      const inBlock = sentencesOf(sentence.block);
      return { sentence, before: inBlock[inBlock.indexOf(sentence) - 1] ?? null };
    });
}
