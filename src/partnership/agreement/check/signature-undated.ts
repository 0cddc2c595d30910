import * as m from '#messages';
import type { Check } from './check.ts';
import { says } from './passages.ts';
import { INCOMPLETE_DATE } from './signature-date-incomplete.ts';
import { signatureDates } from './signature-dates.ts';

/** The template's own blank, which another check points to. */
const LEFT_BLANK = /\(datum\)|datum:? ?XX/giu;

/** Nobody can tell which day the agreement was signed, or by one of the parties. */
export const signatureUndated: Check<{ names: string; count: number }> = {
  code: 'signature-undated',
  severity: 'warning',
  say: m.check_signature_undated,
  find(agreement) {
    const { doc } = agreement;
    const { signatories } = agreement.reading;
    const undated = signatories.filter(({ date }) => date === null);
    const [first] = undated;
    if (!first || says(doc, INCOMPLETE_DATE) || says(doc, LEFT_BLANK) || signatureDates(agreement).length > 0) return [];
    return [{ span: first.source, facts: { names: undated.map(({ name }) => name).join(', '), count: undated.length } }];
  },
};
