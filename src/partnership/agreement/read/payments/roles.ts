import type { PaymentTerm } from '../../model.ts';
import { clausesOf } from '../clause/clause.ts';
import type { ReadingContext } from '../context.ts';

/** "Avtalet undertecknas av parterna" tells nothing of who pays. */
const PAYS = /betal|ersätt|utge|överför|bidra|sköts|erlägg|sätts|förs|bekost|finansier/;

/** Who pays and who is paid, as far as the payment's own words say; else the one public and the one civil party there are. */
export function roles(payment: PaymentTerm, ctx: ReadingContext): Pick<PaymentTerm, 'payer' | 'payee'> {
  const names = ctx.parties;
  const payers = [...new Set(names.parties.filter((party) => party.sector === 'public').map((party) => party.name))];
  const payees = [...new Set(names.parties.filter((party) => party.sector === 'civil').map((party) => party.name))];
  const paying = clausesOf(payment.text, names).find((clause) => PAYS.test(clause.verb))?.parties[0];
  const payer = paying === 'both' && payment.split.length > 0 ? undefined : paying;
  const payee = names.find(payment.text).find((mention) => /\btill(?: \S+)?\s$/i.test(payment.text.slice(Math.max(0, mention.at - 24), mention.at)))?.party;
  return { payer: payer ?? (paying !== 'both' && payers.length === 1 ? payers[0]! : null), payee: payment.payee ?? payee ?? (payees.length === 1 ? payees[0]! : null) };
}
