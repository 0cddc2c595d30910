import { type CalendarDate, daysBetween } from '#kernel/calendar-date.ts';
import * as m from '#messages';

/** How far off a day is, in the unit people would use: "i morgon", "om 3 dagar", "om 11 veckor", "4 dagar sen". */
export function nearness(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days < 0) return days === -1 ? m.due_yesterday() : sized(-days, { days: m.late_days, weeks: m.late_weeks, months: m.late_months, years: m.late_years });
  if (days < 2) return days === 0 ? m.due_today() : m.due_tomorrow();
  return sized(days, { days: m.in_days, weeks: m.in_weeks, months: m.in_months, years: m.in_years });
}

/** How long is left until a day, the day itself included: "47 dagar kvar". */
export function timeLeft(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  return days < 0 ? m.time_over() : sized(days + 1, { days: m.left_days, weeks: m.left_weeks, months: m.left_months, years: m.left_years });
}

type Counted = (facts: { count: number }) => string;

/** Days up to seven weeks, then weeks up to half a year, months up to three years, then years. */
function sized(days: number, say: Record<'days' | 'weeks' | 'months' | 'years', Counted>): string {
  if (days < 50) return say.days({ count: days });
  if (days < 183) return say.weeks({ count: Math.round(days / 7) });
  return days < 1096 ? say.months({ count: Math.round(days / 30.44) }) : say.years({ count: Math.round(days / 365.25) });
}
