import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import type { Check, CheckedAgreement, Found } from './check.ts';
import { inOrder, sentencesSaying, spanOfSentence, startingIn, words } from './passages.ts';

const TO_PAY = words('ska(?:ll)? (?:\\p{L}+ ){0,2}?(?:betala|utbetala|erlägga)|betalar ut|betalas ut|utbetalas');
const WAITS_FOR = words('när|efter|vid|senast|den \\d+|mot|om|enligt|i samband|månad\\p{L}*|kvartal\\p{L}*|årligen|varje|halvår\\p{L}*|förskott|efterskott|inom|rekvisition\\p{L}*|faktura\\p{L}*|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|tillbaka|åter|vite|ränta|ersättning för');

/**
 * An amount is to be paid, but neither a day nor an event starts the clock.
 * @lagrum Räntelagen (1975:635) 3–4 §§
 */
export const paymentWithoutDateOrCondition: Check<{ amount: string }> = {
  code: 'payment-without-date-or-condition',
  severity: 'warning',
  say: m.check_payment_without_date_or_condition,
  find(agreement) {
    const read = agreement.reading.payments.flatMap(({ source, sek, due, text }) =>
      sek !== null && text.search(WAITS_FOR) < 0 && due.date === null && due.event === null ? [{ span: source, facts: { amount: formatKronor(sek) } }] : [],
    );
    return [...read, ...promisesToPay(agreement)];
  },
};

/** Sentences that promise to pay a sum and hold nothing a payment could wait for, so that they were not read as a payment. */
function promisesToPay({ doc, reading }: CheckedAgreement): Found<{ amount: string }>[] {
  const [payments, amounts] = [inOrder(reading.payments), inOrder(reading.amounts)];
  return sentencesSaying(doc, TO_PAY).flatMap((sentence) => {
    const span = spanOfSentence(sentence);
    if (sentence.text.search(WAITS_FOR) >= 0 || startingIn(payments, span).length > 0) return [];
    const sums = startingIn(amounts, span).filter(({ per, approx }) => per === null && !approx);
    const [sum] = sums;
    return sum && sums.length === 1 ? [{ span, facts: { amount: formatKronor(sum.sek) } }] : [];
  });
}
