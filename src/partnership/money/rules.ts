import { oreFromKronor } from '#kernel/ore.ts';
import type { FactView } from '#pure/agreement';
import type * as format from '#pure/agreement';
import type { BudgetLine, Payment } from './model.ts';

/** The budget lines among an agreement's agreed facts. */
export const budgetLinesFrom = (facts: FactView[]): BudgetLine[] =>
  facts
    .filter(({ kind }) => kind === 'budget')
    .map(({ id, value }) => {
      const { label, sek, kind } = value as format.BudgetLine;
      return { factId: id, label, ore: oreFromKronor(sek), kind };
    });

/** The promised payments among an agreement's agreed facts. */
export const paymentsFrom = (facts: FactView[]): Payment[] =>
  facts.filter(({ kind }) => kind === 'payment').map(({ id, value }) => paymentFrom(id, value as format.PaymentTerm));

function paymentFrom(factId: string, term: format.PaymentTerm): Payment {
  return {
    factId,
    ore: term.sek === null ? null : oreFromKronor(term.sek),
    due: term.due.date,
    duePrecision: term.due.precision,
    awaits: term.due.event,
    payer: payerOf(term),
    payee: term.payee,
    account: term.account,
    wording: term.text,
    shares: sharesOf(term),
  };
}

/** Who pays the whole of it; nobody where "both" is all that is said beside shares that say who. */
const payerOf = ({ payer, split }: format.PaymentTerm): string | null => (payer === 'both' && split.length > 0 ? null : payer);

/** A payer named twice in a split has one share: both together. */
function sharesOf({ split }: format.PaymentTerm): Payment['shares'] {
  const shares = new Map<string, number>();
  for (const { payer, sek } of split) shares.set(payer, (shares.get(payer) ?? 0) + oreFromKronor(sek));
  return [...shares].map(([payer, ore]) => ({ payer, ore }));
}
