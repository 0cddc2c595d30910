import * as m from '#messages';
import type { Check } from './check.ts';
import { quote } from './passages.ts';

/** A duty falls due after the last day of the agreement. Often meant, always worth saying. */
export const dutyOutlivesTerm: Check<{ what: string; date: string; end: string }> = {
  code: 'duty-outlives-term',
  severity: 'note',
  say: m.check_duty_outlives_term,
  find({ reading: { deadlines, period } }) {
    const end = period?.end;
    if (!end) return [];
    return deadlines.flatMap(({ date, source, what }) =>
      date !== null && date > end.date ? [{ span: source, facts: { what: quote(what), date, end: end.date } }] : [],
    );
  },
};
