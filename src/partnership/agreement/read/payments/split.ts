import type { PaymentTerm } from '../../model.ts';
import type { Passage } from './passage.ts';

const BEARER = /^[^.;]{0,60}?(?<!\p{L})(?:av|från)\s+([^,.;]{3,80}?)(?=,|\.|;|$|\s(?:och|samt)\s(?:resterande\s)?\d)/iu;

/** Which part of a payment each payer bears: "varav 277 500 kr från …", "100 000 kr betalas ut av …". */
export function splitOf({ text, money }: Passage): PaymentTerm['split'] {
  if (money.length < 2) return [];
  return money.slice(1).flatMap((sum, nth) => {
    const payer = BEARER.exec(text.slice(sum.end, money[nth + 2]?.at ?? text.length))?.[1]?.replace(/\s(?:och|samt)\s*$/, '').trim();
    return payer && /^\p{L}/u.test(payer) ? [{ payer, sek: sum.sek }] : [];
  });
}
