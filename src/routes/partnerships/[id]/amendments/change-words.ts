import { isCalendarDate } from '#kernel/calendar-date.ts';
import { formatKronor } from '#kernel/ore.ts';
import * as m from '#messages';
import { day } from '#ui/format/day.ts';

const CHANGES: Record<string, () => string> = {
  'end.date': m.amendment_change_end,
  'due.date': m.amendment_change_date,
  date: m.amendment_change_date,
  by: m.amendment_change_date,
  sek: m.amendment_change_sum,
  text: m.amendment_change_text,
  target: m.amendment_change_target,
  minMeetings: m.amendment_change_meetings,
  months: m.amendment_change_months,
};

/** What an amendment would do with a part of a fact; null takes the fact away. */
export const changeWords = (part: string | null): string => (part === null ? m.amendment_change_remove() : (CHANGES[part]?.() ?? part));

/** A value as people write it. */
export function valueWords(part: string | null, value: unknown): string {
  if (value === null || value === undefined) return part === null ? m.amendment_change_remove() : m.amendment_blank();
  if (typeof value === 'object') return Object.values(value).find((leaf) => typeof leaf === 'string') ?? '';
  if (typeof value === 'number' && part === 'sek') return formatKronor(value);
  return typeof value === 'string' && isCalendarDate(value) ? day(value) : String(value);
}
