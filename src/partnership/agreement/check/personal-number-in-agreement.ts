import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { endsInItsCheckDigit } from './check-digit.ts';
import { everyMatch } from './passages.ts';

const PERSONAL_NUMBER = /(?<![\d–-])(?:19|20)?(\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+–]?\d{4})(?![\d–-])/gu;

/**
 * A personal identity number stands in a document that anyone may ask the municipality for. The number is not repeated in the finding.
 * @lagrum Lag (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning 3 kap. 10 §
 */
export const personalNumberInAgreement: Check<NoFacts> = {
  code: 'personal-number-in-agreement',
  severity: 'warning',
  say: m.check_personal_number_in_agreement,
  find: ({ doc }) =>
    everyMatch(doc, PERSONAL_NUMBER).flatMap(({ match, span }) => (endsInItsCheckDigit(match[1]!) ? [{ span, facts: {} }] : [])),
};
