import * as m from '#messages';
import type { Check } from './check.ts';
import { withDays } from './written-days.ts';

/** The end must be counted out: "24 months from January". */
export const periodEndDerived: Check<{ end: string }> = {
  code: 'period-end-derived',
  severity: 'note',
  say: withDays(m.check_period_end_derived, 'end'),
  find({ reading: { period } }) {
    return period?.end?.derived ? [{ span: period.source, facts: { end: period.end.date } }] : [];
  },
};
