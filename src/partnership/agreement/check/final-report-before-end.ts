import { daysBetween } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Deadline } from '../model.ts';
import type { Check, CheckedAgreement } from './check.ts';
import { blockAt, words } from './passages.ts';
import { withDays } from './written-days.ts';

const FINAL = words('slutrapport\\p{L}*|slutredovisning\\p{L}*|slutlig (?:rapport|redovisning)');

const INTERIM = /delrapport|lägesrapport|halvårsrapport/i;
const POINTS_BACK = /^(?:dessa|de|den|denna|båda|rapporterna|rapporten) /i;

/** The final report is due well before the work is over, and cannot tell of the last weeks. */
export const finalReportBeforeEnd: Check<{ date: string; end: string; days: number }> = {
  code: 'final-report-before-end',
  severity: 'warning',
  say: withDays(m.check_final_report_before_end, 'date', 'end'),
  find(agreement) {
    const { deadlines, period } = agreement.reading;
    const end = period?.end;
    if (!end) return [];
    const last = new Map(deadlines.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).map(({ source, date }) => [source.line, date]));
    return deadlines.flatMap((deadline) => {
      const { date, source } = deadline;
      if (date === null || !isForTheFinalReport(agreement, deadline, last.get(source.line) === date)) return [];
      const days = daysBetween(date, end.date);
      return days > 14 ? [{ span: source, facts: { date, end: end.date, days } }] : [];
    });
  },
};

/** "Interim and final report on 9 June and 7 December": the last of the days is the final report's. */
function isForTheFinalReport({ doc }: CheckedAgreement, { what, recurrence, source }: Deadline, isLastOnItsLine: boolean): boolean {
  const block = blockAt(doc, source.start);
  const text = POINTS_BACK.test(what) ? `${block?.text ?? ''}` : what;
  if (recurrence !== null || text.search(FINAL) < 0 || /(?:varje|per) (?:år|verksamhetsår)/i.test(text)) return false;
  return !INTERIM.test(text) || isLastOnItsLine;
}
