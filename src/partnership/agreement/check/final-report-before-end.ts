import { daysBetween } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { words } from './passages.ts';

const FINAL = words('slutrapport\\p{L}*|slutredovisning\\p{L}*|slutlig (?:rapport|redovisning)');

/** The final report is due well before the work is over, and cannot tell of the last weeks. */
export const finalReportBeforeEnd: Check<{ date: string; end: string; days: number }> = {
  code: 'final-report-before-end',
  severity: 'warning',
  say: m.check_final_report_before_end,
  find({ reading: { deadlines, period } }) {
    const end = period?.end;
    if (!end) return [];
    return deadlines.flatMap(({ date, what, source }) => {
      if (date === null || what.search(FINAL) < 0) return [];
      const days = daysBetween(date, end.date);
      return days > 14 ? [{ span: source, facts: { date, end: end.date, days } }] : [];
    });
  },
};
