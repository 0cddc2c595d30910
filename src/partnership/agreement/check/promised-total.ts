import type { Amount } from '../model.ts';
import type { CheckedAgreement } from './check.ts';
import { everySentence, spanOfSentence, words } from './passages.ts';

const WHOLE = words('sammanlagt|totalt|sammantaget|tillsammans|uppgår till|totala?|bidra(?:r)? med|medel om|stöd om|bidrag (?:om|på|med)|ersättning (?:om|på|med)|finansierar .{0,60}? med');
const ANOTHER_MEASURE = words('per (?:år|månad|natt|timme|person|deltagare|kvartal|tillfälle)|årligen|varje år|årlig|resterande|varav|högst|upp till|maximalt|medfinansiering|tidigare');
const WHOSE = words('kommun\\p{L}*|stad\\p{L}*|region\\p{L}*|partnerskapet\\p{L}*|budget\\p{L}*');

/**
 * The sums the running text gives as the whole of what the public side puts in: "ekonomiska medel om sammanlagt 275 tkr".
 * Prices, shares, ceilings and yearly amounts are not among them.
 */
export function promisedTotals({ doc, reading }: CheckedAgreement): Amount[] {
  const inBudget = new Set(reading.budget.map(({ source }) => source.line));
  const promises = everySentence(doc)
    .filter(({ block, text }) => block.kind !== 'row' && text.search(WHOLE) >= 0 && text.search(ANOTHER_MEASURE) < 0 && text.search(WHOSE) >= 0)
    .map(spanOfSentence);
  return promises.flatMap((promise) => {
    const amounts = reading.amounts.filter(
      ({ source, per, approx }) => promise.start <= source.start && source.end <= promise.end && per === null && !approx && !inBudget.has(source.line),
    );
    return amounts.length === 1 ? amounts : [];
  });
}

/** Near enough to be meant as the same sum, and not a multiple such as one year of two. */
export const meantAsTheSame = (a: number, b: number): boolean => a !== b && Math.min(a, b) > 0.75 * Math.max(a, b);
