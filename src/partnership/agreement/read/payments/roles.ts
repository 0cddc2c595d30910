import type { PaymentTerm } from '../../model.ts';
import { clausesOf } from '../clause/clause.ts';
import type { ReadingContext } from '../context.ts';

/** "Avtalet undertecknas av parterna" tells nothing of who pays. */
const PAYS = /betal|ersätt|utge|överför|bidra|sköts|erlägg|sätts|förs|bekost|finansier/;

/** "Regionen lämnar ett bidrag om …", but not "lämnar en faktura". */
const GIVES = /^(?:ska |skall )?(?:lämna|ge|ger|tillskjut|anslå|avsätt|stå|står)/;
const MONEY_NEXT = /^\S+\s(?:\S+\s){0,5}?(?:\p{L}*(?:bidrag|stöd|ersättning|anslag|medel)\p{L}*(?!\p{L})|\d[\d .]*\s?(?:kr|kronor|tkr))/iu;

/** Who pays and who is paid, as far as the payment's own words say; else the one public and the one civil party there are. */
export function roles(payment: PaymentTerm, ctx: ReadingContext): Pick<PaymentTerm, 'payer' | 'payee'> {
  const names = ctx.parties;
  const payers = [...new Set(names.parties.filter((party) => party.sector === 'public').map((party) => party.name))];
  const payees = [...new Set(names.parties.filter((party) => party.sector === 'civil').map((party) => party.name))];
  const clause = clausesOf(payment.text, names).find(({ verb, verbAt }) => PAYS.test(verb) || (GIVES.test(verb) && MONEY_NEXT.test(payment.text.slice(verbAt, verbAt + 80))));
  const isShared = clause !== undefined && (clause.parties.length > 1 || clause.parties[0] === 'both');
  const payer = isShared && (clause.parties.length > 1 || payment.split.length > 0) ? undefined : clause?.parties[0];
  const payee = names.find(payment.text).find((mention) => /\btill(?: \S+)?\s$/i.test(payment.text.slice(Math.max(0, mention.at - 24), mention.at)))?.party;
  return { payer: payer ?? (!isShared && payers.length === 1 ? payers[0]! : null), payee: payment.payee ?? payee ?? (payees.length === 1 ? payees[0]! : null) };
}
