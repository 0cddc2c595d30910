import { daysBetween } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { words } from './passages.ts';
import { withDays } from './written-days.ts';

const WHOLE_FOLLOW_UP = words('(?:samlad|gemensam|slutlig|avslutande) (?:\\p{L}+ )?(?:uppföljning|utvärdering|redovisning)|slututvärdering');

/** The one joint follow-up is due when a good part of the term remains. */
export const followUpTooEarly: Check<{ date: string; end: string }> = {
  code: 'follow-up-too-early',
  severity: 'warning',
  say: withDays(m.check_follow_up_too_early, 'date', 'end'),
  find({ doc, reading: { deadlines, period } }) {
    const { start, end } = period ?? { start: null, end: null };
    if (!start || !end) return [];
    return deadlines.flatMap(({ date, what, source, recurrence }) => {
      const written = `${what} ${doc.text.slice(source.start, source.end)}`;
      if (date === null || recurrence !== null || date < start.date || written.search(WHOLE_FOLLOW_UP) < 0) return [];
      const early = daysBetween(start.date, date) < 0.7 * daysBetween(start.date, end.date);
      return early ? [{ span: source, facts: { date, end: end.date } }] : [];
    });
  },
};
