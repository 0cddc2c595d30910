import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, says, words } from './passages.ts';

const BACK = words('åter(?:betal|kräv|krav)\\p{L}*|tillbaka|(?:kräva|krävas|få) (?:\\p{L}+ ){0,4}åter|betalas åter|innehåll\\p{L}*|håll\\p{L}* inne|överskott\\p{L}*|oförbruka\\p{L}*');

/** Money is paid, and nothing says what happens to it if the work is not done. */
export const repaymentClauseMissing: Check<NoFacts> = {
  code: 'repayment-clause-missing',
  severity: 'note',
  say: m.check_repayment_clause_missing,
  find(agreement) {
    const { doc, reading } = agreement;
    const paid = reading.payments.find(({ sek }) => sek !== null);
    if (!paid || !isWhole(agreement) || reading.repayment !== null || says(doc, BACK)) return [];
    return [{ span: paid.source, facts: {} }];
  },
};
