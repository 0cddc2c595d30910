import type { PaymentTerm } from '../../model.ts';
import { clausesOf } from '../clause/clause.ts';
import type { ReadingContext } from '../context.ts';

/** Who pays and who is paid, as far as the payment's own words say; else the one public and the one civil party there are. */
export function roles(payment: PaymentTerm, ctx: ReadingContext): Pick<PaymentTerm, 'payer' | 'payee'> {
  const names = ctx.parties;
  const payers = [...new Set(names.parties.filter((party) => party.sector === 'public').map((party) => party.name))];
  const payees = [...new Set(names.parties.filter((party) => party.sector === 'civil').map((party) => party.name))];
  const payer = clausesOf(payment.text, names).find((clause) => /betalar|betala|utbetal|ersätter|utger|överför|bidra|sköts/.test(clause.verb) || clause.form === 'passive')?.parties[0];
  const payee = names.find(payment.text).find((mention) => /\btill(?: \S+)?\s$/i.test(payment.text.slice(Math.max(0, mention.at - 24), mention.at)))?.party;
  return { payer: payer ?? (payers.length === 1 ? payers[0]! : null), payee: payee ?? (payees.length === 1 ? payees[0]! : null) };
}
