import * as m from '#messages';
import type { TextSpan } from '#kernel/text-span.ts';
import type { Check, CheckedAgreement, NoFacts } from './check.ts';
import { says, sentencesSaying, spanOfSentence, words } from './passages.ts';

const TERMS = words('utbetal\\p{L}*|betalas|betalar|betalning\\p{L}*|rekvi\\p{L}*|faktur\\p{L}*|delbetal\\p{L}*|förskott\\p{L}*|ersätts månadsvis|överför\\p{L}*');
const PROMISE = words('bidra(?:r)? med|ekonomiska medel|verksamhetsstöd|verksamhetsbidrag|beviljar|finansierar|ersättning (?:om|på|med)');
const MONEY = /\d\s*(?:kr\b|kronor|tkr|mkr|msek|sek|:-)/i;

/** Money is promised and budgeted, and not a word says when or how it is paid. */
export const paymentTermsMissing: Check<NoFacts> = {
  code: 'payment-terms-missing',
  severity: 'warning',
  say: m.check_payment_terms_missing,
  find(agreement) {
    if (agreement.reading.payments.length > 0 || says(agreement.doc, TERMS)) return [];
    const span = firstPromise(agreement);
    return span ? [{ span, facts: {} }] : [];
  },
};

function firstPromise({ doc, reading }: CheckedAgreement): TextSpan | null {
  const line = reading.budget.find(({ kind }) => kind === 'income') ?? reading.budget[0];
  if (line) return line.source;
  const sentence = sentencesSaying(doc, PROMISE).find(({ text }) => MONEY.test(text));
  return sentence ? spanOfSentence(sentence) : null;
}
