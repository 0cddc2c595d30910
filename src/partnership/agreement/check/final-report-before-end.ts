import { daysBetween } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Deadline } from '../model.ts';
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
    return deadlines.flatMap((deadline) => {
      const { date, source } = deadline;
      if (date === null || !isForTheFinalReport(deadline, deadlines)) return [];
      const days = daysBetween(date, end.date);
      return days > 14 ? [{ span: source, facts: { date, end: end.date, days } }] : [];
    });
  },
};

/** "Interim and final report on 9 June and 7 December": the last of the days is the final report's. */
function isForTheFinalReport({ what, date, source }: Deadline, deadlines: Deadline[]): boolean {
  if (what.search(FINAL) < 0) return false;
  return !/delrapport|lägesrapport|halvårsrapport/i.test(what) || deadlines.every((other) => other.source.line !== source.line || (other.date ?? '') <= date!);
}
