import { formatKronor } from '#kernel/ore.ts';
import type { TextSpan } from '#kernel/text-span.ts';
import * as m from '#messages';
import type { Amount } from '../model.ts';
import type { AgreementDocument, Sentence } from '../read/document.ts';
import { maySay } from '../read/may-say.ts';
import type { Check } from './check.ts';
import { everySentence, inOrder, spanOfSentence, startingIn, words } from './passages.ts';

const WITHIN = words('varav');
const OF_THE_WHOLE = words('av (?:\\p{L}*bidraget|beloppet|summan|stödet|ersättningen|medlen)|(?:fördelas|fördelat|fördelade) (?:på|enligt|så)');

/** A sum is shared out in the text, and the parts come to more than it. */
export const partsAreMoreThanTheWhole: Check<{ parts: string; whole: string }> = {
  code: 'parts-are-more-than-the-whole',
  severity: 'error',
  say: m.check_parts_are_more_than_the_whole,
  find(agreement) {
    const amounts = inOrder(agreement.reading.amounts.filter(({ per }) => per === null));
    const sentences = everySentence(agreement.doc).filter(({ block }) => block.kind !== 'row');
    const [mayPart, mayShare] = [maySay(agreement.doc, WITHIN), maySay(agreement.doc, OF_THE_WHOLE)];
    return sentences.flatMap((sentence, index) => {
      if (!mayPart(sentence.block) && !mayShare(sentence.block)) return [];
      const shares = sharesIn(agreement.doc, amounts, sentence, sentences[index - 1]);
      if (!shares || shares.parts.length < 2) return [];
      const sum = shares.parts.reduce((total, { sek }) => total + sek, 0);
      const near = shares.wholes.toSorted((a, b) => Math.abs(a - sum) - Math.abs(b - sum))[0];
      if (near === undefined || sum <= near || sum > 1.25 * near) return [];
      return [{ span: shares.span, facts: { parts: formatKronor(sum), whole: formatKronor(near) } }];
    });
  },
};

interface Shares {
  parts: Amount[];
  /** The sums that may be the whole: the one before "varav", else those of the sentences before in the same section. */
  wholes: number[];
  span: TextSpan;
}

function sharesIn(doc: AgreementDocument, amounts: Amount[], sentence: Sentence, before: Sentence | undefined): Shares | null {
  const span = spanOfSentence(sentence);
  const here = startingIn(amounts, span);
  const within = sentence.text.search(WITHIN);
  if (within >= 0 && here.length > 2) return { parts: here.slice(1), wholes: [here[0]!.sek], span };
  const sameSection = before?.block.section === sentence.block.section;
  if (sentence.text.search(OF_THE_WHOLE) < 0 || !before || !sameSection) return null;
  const section = doc.sections[sentence.block.section]?.blocks[0]?.span.start ?? 0;
  return { parts: here, wholes: startingIn(amounts, { start: section, end: span.start }).map(({ sek }) => sek), span };
}
