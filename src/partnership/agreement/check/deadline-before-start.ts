import * as m from '#messages';
import type { Check } from './check.ts';

/** Something is due before the agreement has begun. */
export const deadlineBeforeStart: Check<{ date: string; start: string }> = {
  code: 'deadline-before-start',
  severity: 'warning',
  say: m.check_deadline_before_start,
  find({ reading: { deadlines, period } }) {
    const start = period?.start;
    if (!start) return [];
    return deadlines.flatMap(({ date, source, precision }) =>
      date !== null && precision === 'day' && date < start.date ? [{ span: source, facts: { date, start: start.date } }] : [],
    );
  },
};
