import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { Course } from '#partnership/governance';
import { dateOf } from '#pure/commitments';
import { day } from '#ui/format/day.ts';
import { dutyTitle } from '../../../duty/duty-words.ts';

/** How the agreement ends, in a sentence. */
export function courseAnswer({ state, rescission, notice, endsOn }: Course): string {
  if (state === 'archived') return m.course_archived();
  if (state === 'settled') return m.course_settled();
  const ends = endsOn && day(endsOn);
  if (ends && rescission?.endsOn === endsOn) return state === 'ended' ? m.course_rescinded_over({ day: ends }) : m.course_rescinded({ day: ends });
  if (ends && notice?.endsOn === endsOn) return state === 'ended' ? m.course_noticed_over({ day: ends }) : m.course_noticed({ day: ends });
  if (state === 'ended') return m.course_ended({ day: ends! });
  return ends ? m.course_until({ day: ends }) : m.course_open();
}

/** The step that is next, or late, in a sentence; nothing where none has a day or the end has been set. */
export function nextStep({ state, notice, rescission, steps }: Course, today: CalendarDate): string {
  if (state !== 'active' || notice || rescission) return '';
  const next = steps.find((step) => step.state !== 'done' && step.state !== 'cancelled' && dateOf(step.duty));
  const bound = next && dateOf(next.duty)!;
  if (!bound) return '';
  return bound.date < today ? m.course_step_late({ what: dutyTitle(next.duty) }) : m.course_next({ what: dutyTitle(next.duty), day: day(bound.date, bound.precision) });
}
