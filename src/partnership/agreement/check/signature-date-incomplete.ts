import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

/** "2021-12-", "2021-12-__": the day was never filled in. */
export const INCOMPLETE_DATE = /(?<![\d-])20\d\d-(?:0[1-9]|1[0-2])-(?: ?_+|(?=\s|$))|(?<![\d-])20\d\d-_+(?:-_+)?|(?<!\d)20_{2,}|(?<!\p{L})den (?:_+ ?)?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) 20\d\d/gu;

/** The signature's date lacks its day. */
export const signatureDateIncomplete: Check<{ date: string }> = {
  code: 'signature-date-incomplete',
  severity: 'warning',
  say: m.check_signature_date_incomplete,
  find: ({ doc }) => {
    const lines = new Set<number>();
    return everyMatch(doc, INCOMPLETE_DATE)
      .filter(({ span }) => !lines.has(span.line) && lines.add(span.line))
      .map(({ match, span }) => ({ span, facts: { date: match[0] } }));
  },
};
