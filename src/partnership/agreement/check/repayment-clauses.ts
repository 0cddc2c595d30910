import type { Sentence } from '../read/document.ts';
import type { CheckedAgreement } from './check.ts';
import { everySentence, words } from './passages.ts';

const REPAYMENT = words('återbetal\\p{L}*|återkräv\\p{L}*|återkrav\\p{L}*|kräva (?:\\p{L}+ ){0,4}?(?:åter|tillbaka)|betala(?:s)? tillbaka|krävas (?:åter|tillbaka)');

/** The sentences by which money may have to come back, each with the one before it in its block. */
export function repaymentClauses({ doc }: CheckedAgreement): { sentence: Sentence; before: Sentence | null }[] {
  const sentences = everySentence(doc);
  return sentences.flatMap((sentence, index) => {
    if (sentence.block.kind === 'heading' || sentence.text.search(REPAYMENT) < 0) return [];
    const earlier = sentences[index - 1];
    return [{ sentence, before: earlier?.block === sentence.block ? earlier : null }];
  });
}
