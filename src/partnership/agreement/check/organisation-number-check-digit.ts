import { hasRightCheckDigit, organisationNumber } from '#kernel/organisation-number.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

/** Six and four digits; a legal person's third digit is at least 2, a person's birth month never is. */
const NUMBER = /(?<![\d–-])(?:16)?\d\d[2-9]\d{3} ?[-–] ?\d{4}(?![\d–-])/gu;

/**
 * An organisation number whose last digit does not follow from the others.
 * @lagrum Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.
 */
export const organisationNumberCheckDigit: Check<{ number: string }> = {
  code: 'organisation-number-check-digit',
  severity: 'error',
  say: m.check_organisation_number_check_digit,
  find: ({ doc }) =>
    everyMatch(doc, NUMBER).flatMap(({ match, span }) => {
      const number = organisationNumber(match[0].replace(/^16(?=\d{6})/, ''));
      return number === null || hasRightCheckDigit(number) ? [] : [{ span, facts: { number } }];
    }),
};
