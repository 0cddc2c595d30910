import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch, says } from './passages.ts';

const SIX_DIGITS = /(?<![\d–-])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?: ?[-–] ?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d–-])/gu;
const SLASHES = /(?<![\d/])\d{1,2}\/\d{1,2}[ /-](?:20)?\d\d(?!\d)/gu;
const ORDINARY = /\b20\d\d-\d\d-\d\d\b|\b\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) 20\d\d\b/i;

/** One date is written in a form of its own, that can be read in more than one way. */
export const dateFormatsVary: Check<{ date: string }> = {
  code: 'date-formats-vary',
  severity: 'note',
  say: m.check_date_formats_vary,
  find({ doc }) {
    const [first] = [...everyMatch(doc, SIX_DIGITS), ...everyMatch(doc, SLASHES)];
    return first && says(doc, ORDINARY) ? [{ span: first.span, facts: { date: first.match[0] } }] : [];
  },
};
