import * as m from '#messages';
import type { PaymentTerm } from '../model.ts';
import type { Check, CheckedAgreement } from './check.ts';
import { blockAt, quote, words } from './passages.ts';

const AMOUNT_IS_ELSEWHERE = words('hälften|tredjedel\\p{L}*|fjärdedel\\p{L}*|lika (?:stora )?(?:delar|belopp)|belopp\\p{L}*|andel\\p{L}*|resterande|återstående|procent|mot (?:faktura|rekvisition|kvitto|redovisning)|faktura\\p{L}*|fakturer\\p{L}*|rekvi\\p{L}*|enligt budget\\p{L}*|redovis\\p{L}*|bilaga');
const MONEY = /\d\s*(?:kr(?!\p{L})|kronor|tkr|mkr|msek|sek(?!\p{L})|:-)|(?:kr|sek)\s?\d/iu;

/** "Bidragen för 2025", "Kommunernas andelar": sums that a table states, wherever it stands. */
const NAMED_SUMS = /^\W*(?:\p{L}+s )?(?:bidragen|andelarna|andelar|årsbidragen|ersättningarna|insatserna)(?!\p{L})/iu;

/** A payment is promised and nobody says how much: not the sentence, nor anything else in its section. */
export const paymentWithoutAmount: Check<{ payment: string }> = {
  code: 'payment-without-amount',
  severity: 'warning',
  say: m.check_payment_without_amount,
  find(agreement) {
    const said = new Set<number>();
    let isTabled: boolean | null = null;
    const isInTable = ({ text }: PaymentTerm): boolean => NAMED_SUMS.test(text) && (isTabled ??= agreement.doc.blocks.some((row) => row.kind === 'row' && (MONEY.test(row.text) || /\d[ .\u00a0]\d{3}(?!\d)/.test(row.text))));
    return agreement.reading.payments
      .filter((payment) => payment.sek === null && payment.split.length === 0 && !isInTable(payment) && !amountIsElsewhere(agreement, payment))
      .filter(({ source }) => !said.has(source.line) && said.add(source.line))
      .map(({ source, text }) => ({ span: source, facts: { payment: quote(text) } }));
  },
};

function amountIsElsewhere({ doc }: CheckedAgreement, { text, source }: PaymentTerm): boolean {
  const block = blockAt(doc, source.start);
  const section = block ? (doc.sections[block.section]?.blocks ?? []) : [];
  return text.search(AMOUNT_IS_ELSEWHERE) >= 0 || [block, ...section].some((near) => near && (MONEY.test(near.text) || near.kind === 'row'));
}
