import type { TextSpan } from '#kernel/text-span.ts';
import * as m from '#messages';
import type { Signatory } from '../model.ts';
import type { Check, CheckedAgreement } from './check.ts';
import { everyMatch, literally } from './passages.ts';

/** The last signature is later than the first day of the term: who answers for the days between? */
export const signatureAfterStart: Check<{ signed: string; start: string; name: string }> = {
  code: 'signature-after-start',
  severity: 'warning',
  say: m.check_signature_after_start,
  find(agreement) {
    const { period, signatories } = agreement.reading;
    const start = period?.start?.date;
    const last = signatories.filter(({ date }) => date !== null).toSorted((a, b) => a.date!.localeCompare(b.date!)).at(-1);
    if (!start || !last?.date || last.date <= start) return [];
    return [{ span: placeOfDate(agreement, last), facts: { signed: last.date, start, name: last.name } }];
  },
};

/** The date beside the signature where it stands in full, else the signature. */
function placeOfDate({ doc }: CheckedAgreement, { date, source }: Signatory): TextSpan {
  const written = everyMatch(doc, new RegExp(literally(date!), 'g')).at(-1);
  return written?.span ?? source;
}
