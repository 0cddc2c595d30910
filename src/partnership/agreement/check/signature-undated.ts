import * as m from '#messages';
import type { Signatory } from '../model.ts';
import type { AgreementDocument } from '../read/document.ts';
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
    if (!first || says(doc, INCOMPLETE_DATE) || isDatedNearby(doc, first)) return [];
    return [{ span: first.source, facts: { names: undated.map(({ name }) => name).join(', '), count: undated.length } }];
  },
};

const DATE = /(?:19|20)\d\d-\d\d-\d\d|(?<!\d)\d{1,2}\/\d{1,2}|\d{1,2} ?(?::?[ae])? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}* (?:19|20)\d\d|\(datum\)/iu;

/** A date just above the first signature or anywhere below it may be for all of them, as where signatures stand in columns. */
function isDatedNearby(doc: AgreementDocument, { source }: Signatory): boolean {
  const above = doc.text.slice(Math.max(0, source.start - 500), source.start).split('\n');
  return above.some(isPlaceAndDate) || DATE.test(doc.text.slice(source.start));
}

/** "Lindeby den 15 januari 2025", also in two columns. */
const isPlaceAndDate = (line: string): boolean =>
  DATE.test(line) && (line.replace(new RegExp(DATE, 'giu'), ' ').match(/\p{L}+/gu) ?? []).length <= 4;
