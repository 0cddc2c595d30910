import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const NUMBER = /(?<![\d–-])\d\d[2-9]\d{3}(?: ?([-–]) ?|)\d{4}(?![\d–-])/gu;

/** Organisation numbers written with a dash here and a hyphen there: searching for one form misses the other. */
export const organisationNumberWrittenDifferently: Check<{ number: string; other: string }> = {
  code: 'organisation-number-written-differently',
  severity: 'note',
  say: m.check_organisation_number_written_differently,
  find({ doc }) {
    const numbers = everyMatch(doc, NUMBER).filter(({ match }) => match[1]);
    const dashed = numbers.find(({ match }) => match[1] === '–');
    const hyphened = numbers.find(({ match }) => match[1] === '-');
    if (!dashed || !hyphened) return [];
    return [{ span: dashed.span, facts: { number: dashed.match[0], other: hyphened.match[0] } }];
  },
};
