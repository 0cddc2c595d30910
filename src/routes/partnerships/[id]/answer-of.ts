import type { CalendarDate } from '#kernel/calendar-date.ts';
import { formatKronor, kronorFromOre } from '#kernel/ore.ts';
import * as m from '#messages';
import { dateOf, type Duty, type DutyView, sayEvent, type Term } from '#pure/commitments';
import { day, dayAndMonth } from '#ui/format/day.ts';
import { capital } from '#ui/format/capital.ts';
import { inWords } from '#ui/format/in-words.ts';
import { dutyTitle } from '../../duty/duty-words.ts';

/** How the partnership is doing against what was agreed, in a sentence or three. */
export function answerOf(duties: DutyView[], term: Term, today: CalendarDate): string {
  const late = duties.filter(({ state }) => state === 'late');
  const next = duties.find(({ duty, state }) => (state === 'soon' || state === 'coming') && dateOf(duty));
  const waiting = duties.find(({ duty, state }) => state === 'waiting' && duty.timing.type === 'awaits' && duty.ore !== null);
  return [
    late.length > 0 ? capital(m.owed_late({ count: late.length, words: inWords(late.length) })) : duties.some(({ state }) => state === 'done') || next ? m.nothing_late() : '',
    term.end && term.end < today ? m.term_ended({ day: day(term.end) }) : '',
    next ? m.next_is({ what: dutyTitle(next.duty), day: dayIn(next.duty, today) }) : '',
    waiting && waiting.duty.timing.type === 'awaits' ? m.money_waits({ amount: formatKronor(kronorFromOre(waiting.duty.ore!)), event: sayEvent(waiting.duty.timing.event) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function dayIn(duty: Duty, today: CalendarDate): string {
  const { date, precision } = dateOf(duty)!;
  const said = precision === 'day' && date.startsWith(today.slice(0, 4)) ? dayAndMonth(date) : day(date, precision);
  return duty.timing.type === 'within' && precision === 'day' ? m.before_day({ day: said }) : said;
}
