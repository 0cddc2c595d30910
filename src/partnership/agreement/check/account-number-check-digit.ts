import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';
import { endsInItsCheckDigit } from './check-digit.ts';

const ACCOUNT = /(?<!\p{L})(bankgiro|bg|plusgiro|postgiro|pg)(?:t|konto|nummer|nr)?[.:]?(?: ?(?:nr|nummer|konto)[.:]?)? ?((?:\d[\d ]{0,8}[-–]\d{4}|\d[\d ]{0,8}[-–] ?\d))(?!\d)/giu;

/**
 * A bankgiro or plusgiro number whose last digit does not follow from the others: the money would bounce, or reach another.
 */
export const accountNumberCheckDigit: Check<{ number: string }> = {
  code: 'account-number-check-digit',
  severity: 'error',
  say: m.check_account_number_check_digit,
  find: ({ doc }) =>
    everyMatch(doc, ACCOUNT).flatMap(({ match, span }) =>
      endsInItsCheckDigit(match[2]!) ? [] : [{ span, facts: { number: match[2]!.trim() } }],
    ),
};
