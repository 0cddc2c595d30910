import * as m from '#messages';
import type { Check } from './check.ts';
import { isAmendment, titleSpan } from './passages.ts';

/** Fewer than two parties: nobody to promise anything, or a text that is no agreement at all. */
export const partiesMissing: Check<{ count: number }> = {
  code: 'parties-missing',
  severity: 'warning',
  say: m.check_parties_missing,
  find(agreement) {
    const parties = new Set(agreement.reading.parties.map(({ name }) => name));
    return parties.size < 2 && !isAmendment(agreement) ? [{ span: titleSpan(agreement), facts: { count: parties.size } }] : [];
  },
};
