import * as m from '#messages';
import type { Check } from './check.ts';
import { isAmendment } from './passages.ts';
import { signatureDates } from './signature-dates.ts';
import { withDays } from './written-days.ts';

/** The last signature is later than the first day of the term: who answers for the days between? */
export const signatureAfterStart: Check<{ signed: string; start: string }> = {
  code: 'signature-after-start',
  severity: 'warning',
  say: withDays(m.check_signature_after_start, 'signed', 'start'),
  find(agreement) {
    const start = agreement.reading.period?.start;
    if (!start || start.precision !== 'day' || isAmendment(agreement)) return [];
    const [last] = signatureDates(agreement).toSorted((a, b) => b.date.localeCompare(a.date));
    return last && last.date > start.date ? [{ span: last.span, facts: { signed: last.date, start: start.date } }] : [];
  },
};
