import type { TextSpan } from '#kernel/text-span.ts';
import type { CheckedAgreement } from './check.ts';
import { inOrder, sentencesSaying, spanOfSentence, startingIn, words } from './passages.ts';

const WHOLE = words('sammanlagt|totalt|sammantaget|tillsammans|uppgår till|totala?|bidra(?:r)? med|medel om|stöd om|bidrag (?:om|på|med)|ersättning (?:om|på|med)|finansierar .{0,60}? med');
const ANOTHER_MEASURE = words('per (?:månad|natt|timme|person|deltagare|kvartal|tillfälle)|resterande|varav|högst|upp till|maximalt|medfinansiering|tidigare');
const WHOSE = words('kommun\\p{L}*|stad\\p{L}*|region\\p{L}*|partnerskapet\\p{L}*|budget\\p{L}*');

const YEARLY = words('per år|årligen|varje år|årlig\\p{L}*');

export interface PromisedTotal {
  sek: number;
  source: TextSpan;
  /** The sum is for each year of the term. */
  yearly: boolean;
}

/**
 * The sums the running text gives as the whole of what the public side puts in: "ekonomiska medel om sammanlagt 275 tkr".
 * Prices, shares and ceilings are not among them.
 */
export function promisedTotals({ doc, reading }: CheckedAgreement): PromisedTotal[] {
  const ordered = inOrder(reading.amounts);
  const inBudget = new Set(reading.budget.map(({ source }) => source.line));
  const promises = sentencesSaying(doc, WHOLE)
    .filter(({ block, text }) => block.kind !== 'row' && text.search(ANOTHER_MEASURE) < 0 && text.search(WHOSE) >= 0)
    .map((sentence) => ({ span: spanOfSentence(sentence), yearly: sentence.text.search(YEARLY) >= 0 }));
  return promises.flatMap(({ span, yearly }) => {
    const amounts = startingIn(ordered, span).filter(
      ({ source, per, approx }) => (per === null || per === 'year') && !approx && !inBudget.has(source.line),
    );
    const [amount] = amounts;
    return amount && amounts.length === 1 ? [{ sek: amount.sek, source: amount.source, yearly: yearly || amount.per === 'year' }] : [];
  });
}

/** Near enough to be meant as the same sum, and not a multiple such as one year of two. */
export const meantAsTheSame = (a: number, b: number): boolean => a !== b && Math.min(a, b) > 0.75 * Math.max(a, b);
