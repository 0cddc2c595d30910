import * as m from '#messages';
import type { Check } from './check.ts';

/** The end must be counted out: "24 months from January". */
export const periodEndDerived: Check<{ end: string }> = {
  code: 'period-end-derived',
  severity: 'note',
  say: m.check_period_end_derived,
  find({ reading: { period } }) {
    return period?.end?.derived ? [{ span: period.source, facts: { end: period.end.date } }] : [];
  },
};
