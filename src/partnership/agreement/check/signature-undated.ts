import * as m from '#messages';
import type { Check } from './check.ts';
import { says } from './passages.ts';
import { INCOMPLETE_DATE } from './signature-date-incomplete.ts';

/** Nobody can tell which day the agreement was signed, or by one of the parties. */
export const signatureUndated: Check<{ names: string; count: number }> = {
  code: 'signature-undated',
  severity: 'warning',
  say: m.check_signature_undated,
  find({ doc, reading: { signatories } }) {
    const undated = signatories.filter(({ date }) => date === null);
    const [first] = undated;
    if (!first || says(doc, INCOMPLETE_DATE)) return [];
    return [{ span: first.source, facts: { names: undated.map(({ name }) => name).join(', '), count: undated.length } }];
  },
};
