import type { CalendarDate } from '#kernel/calendar-date.ts';
import { formatKronor, kronorFromOre } from '#kernel/ore.ts';
import * as m from '#messages';
import { dateOf, type LifelineWords, sayWaiting } from '#pure/commitments';
import { day, dayAndMonth } from '#ui/format/day.ts';
import { dutyTitle } from '../../duty/duty-words.ts';

/** What stands beside the marks of a partnership's lifeline; without their days for a list that has them already. */
export const lifelineWords = (today: CalendarDate, days = true): LifelineWords => ({
  duty: ({ duty, state, completion }) => ({
    title: duty.subject === 'payment' && duty.ore !== null ? formatKronor(kronorFromOre(duty.ore)) : dutyTitle(duty),
    detail: completion ? m.done_on({ day: near(completion.doneOn, today) }) : state === 'waiting' ? lowered(sayWaiting(duty)) : days ? dayOf(duty, today) : '',
  }),
  signature: (party) => ({ title: m.signs({ party }), detail: '' }),
});

function dayOf(duty: Parameters<typeof dateOf>[0], today: CalendarDate): string {
  const bound = dateOf(duty);
  if (!bound) return '';
  return bound.precision === 'day' ? near(bound.date, today) : day(bound.date, bound.precision);
}

/** Without the year where it is this year. */
const near = (date: CalendarDate, today: CalendarDate): string => (date.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(date) : day(date));

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
