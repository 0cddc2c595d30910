import * as m from '#messages';
import type { Check } from './check.ts';
import { words } from './passages.ts';
import { withDays } from './written-days.ts';

const DUTY = words('ska|skall|senast|lämna\\p{L}*|redovisa\\p{L}*|\\p{L}*rapport\\p{L}*|\\p{L}*möte\\p{L}*|klara?|genomför\\p{L}*|betal\\p{L}*');

/** Something is due before the agreement has begun. */
export const deadlineBeforeStart: Check<{ date: string; start: string }> = {
  code: 'deadline-before-start',
  severity: 'warning',
  say: withDays(m.check_deadline_before_start, 'date', 'start'),
  find({ reading: { deadlines, period } }) {
    const start = period?.start;
    if (!start) return [];
    return deadlines.flatMap(({ date, source, precision, what }) =>
      date !== null && what.search(DUTY) >= 0 && precision === 'day' && date < start.date ? [{ span: source, facts: { date, start: start.date } }] : [],
    );
  },
};
