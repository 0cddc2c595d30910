import { weekday } from '#kernel/calendar-date.ts';
import { writtenDay } from '#kernel/written-day.ts';
import { getLocale } from '#locale';
import * as m from '#messages';
import type { Check } from './check.ts';
import { isFreeDay, swedishHoliday } from './swedish-free-days.ts';

/** A day that was agreed on is a Saturday, a Sunday or a holiday. */
export const deadlineOnFreeDay: Check<{ date: string; weekday: number; holiday: string }> = {
  code: 'deadline-on-free-day',
  severity: 'note',
  say: sayDeadlineOnFreeDay,
  find({ reading: { deadlines, payments } }) {
    const said = new Set(payments.map(({ source }) => source.line));
    return deadlines.flatMap(({ date, precision, relative, recurrence, source }) => {
      if (date === null || recurrence !== null || said.has(source.line) || precision !== 'day' || relative !== null || !isFreeDay(date)) return [];
      said.add(source.line);
      return [{ span: source, facts: { date, weekday: weekday(date), holiday: swedishHoliday(date) ?? '' } }];
    });
  },
};

function sayDeadlineOnFreeDay({ date, weekday: day, holiday }: { date: string; weekday: number; holiday: string }): string {
  return m.check_deadline_on_free_day({ date: writtenDay(date, getLocale()), day: sayFreeDay(day, holiday) });
}

/** The holiday's name, else the day of the weekend. */
export function sayFreeDay(day: number, holiday: string): string {
  if (holiday !== '') return holiday;
  return day === 6 ? m.check_a_saturday() : m.check_a_sunday();
}
