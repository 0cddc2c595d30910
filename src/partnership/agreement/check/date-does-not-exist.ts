import { calendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const ISO = /(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?![\d-])/g;
const WRITTEN = /(?<![\d-])(\d{1,2})(?::[ae])? (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?: (20\d\d))?/gi;
const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const A_LEAP_YEAR = 2024;

/** A day the calendar does not have, such as 31 June. */
export const dateDoesNotExist: Check<{ date: string }> = {
  code: 'date-does-not-exist',
  severity: 'error',
  say: m.check_date_does_not_exist,
  find({ doc }) {
    const iso = everyMatch(doc, ISO).filter(({ match }) => calendarDate(+match[1]!, +match[2]!, +match[3]!) === null);
    const written = everyMatch(doc, WRITTEN).filter(({ match }) => {
      const month = MONTHS.indexOf(match[2]!.toLowerCase()) + 1;
      return calendarDate(Number(match[3] ?? A_LEAP_YEAR), month, +match[1]!) === null;
    });
    return [...iso, ...written].map(({ match, span }) => ({ span, facts: { date: match[0] } }));
  },
};
