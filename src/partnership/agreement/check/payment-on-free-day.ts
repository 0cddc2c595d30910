import { weekday } from '#kernel/calendar-date.ts';
import { writtenDay } from '#kernel/written-day.ts';
import { getLocale } from '#locale';
import * as m from '#messages';
import type { Check } from './check.ts';
import { sayFreeDay } from './deadline-on-free-day.ts';
import { isFreeDay, swedishHoliday } from './swedish-free-days.ts';

/**
 * Money is to move on a day when banks do not move money.
 * @lagrum Lag (1930:173) om beräkning av lagstadgad tid 2 §
 */
export const paymentOnFreeDay: Check<{ date: string; weekday: number; holiday: string }> = {
  code: 'payment-on-free-day',
  severity: 'note',
  say: ({ date, weekday: day, holiday }) => m.check_payment_on_free_day({ date: writtenDay(date, getLocale()), day: sayFreeDay(day, holiday) }),
  find({ reading }) {
    const said = new Set<number>();
    return reading.payments.flatMap(({ due: { date, precision }, source }) => {
      if (date === null || precision !== 'day' || !isFreeDay(date) || said.has(source.line)) return [];
      said.add(source.line);
      return [{ span: source, facts: { date, weekday: weekday(date), holiday: swedishHoliday(date) ?? '' } }];
    });
  },
};
