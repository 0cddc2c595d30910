import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { dateOf, type Duty, type DutyKind, type DutyState, type DutyView, PASSING, sayDuty, sayWaiting } from '#pure/commitments';
import { capital } from '#ui/format/capital.ts';
import { day, month, monthDay, shortDay } from '#ui/format/day.ts';
import { nearness } from '#ui/format/nearness.ts';
import { unbrokenAmounts } from '#ui/format/unbroken.ts';
import type { MarkKind, MarkState } from '#ui/MarkShape.svelte';

/** A duty as a list shows it; some lists have no records of it. */
export type ShownDuty = Pick<DutyView, 'duty' | 'state'> & Partial<Pick<DutyView, 'completion'>> & { id: string; dueBy?: CalendarDate };

const MARKS: Record<DutyState, MarkState> = { coming: 'todo', waiting: 'todo', soon: 'soon', late: 'late', done: 'done', cancelled: 'off' };

export const markOf = (state: DutyState): MarkState => MARKS[state];

const SHAPES: Record<DutyKind, MarkKind> = {
  report: 'report',
  'follow-up': 'report',
  goal: 'report',
  other: 'dot',
  payment: 'payment',
  meeting: 'meeting',
  extension: 'extension',
  exit: 'extension',
};

export const dutyShape = (kind: DutyKind): MarkKind => SHAPES[kind];

/** What a duty is called, to keep and to compare: the agreement's words with a capital, without the full stop. */
export const dutyName = (duty: Duty): string => capital(sayDuty(duty).replace(/[.,;:\s]+$/, ''));

/** The same to be shown at the beginning of a line. */
export const dutyTitle = (duty: Duty): string => unbrokenAmounts(dutyName(duty));

/** The day in the margin: "lör 5 dec", "i december", "senast 30 sep"; a dash where there is none. */
export function whenOf({ duty, dueBy }: ShownDuty, today: CalendarDate): string {
  const bound = dateOf(duty) ?? (dueBy ? { date: dueBy, precision: 'day' as const } : null);
  if (!bound) return '–';
  const thisYear = today.slice(0, 4);
  if (bound.precision === 'year') return bound.date.slice(0, 4);
  if (bound.precision === 'month') return bound.date.startsWith(thisYear) ? m.in_month({ month: monthName(bound.date) }) : month(bound.date);
  return duty.timing.type === 'within' ? m.before_day({ day: monthDay(bound.date, thisYear) }) : shortDay(bound.date, thisYear);
}

const monthName = (date: CalendarDate): string => month(date).replace(/\s*\d{4}$/, '');

/** The day for machines, where the duty has exactly one. */
export function machineDay({ timing }: Duty): string | undefined {
  if (timing.type !== 'on') return undefined;
  return timing.precision === 'day' ? timing.date : timing.precision === 'month' ? timing.date.slice(0, 7) : timing.date.slice(0, 4);
}

/** How near it is, what it waits for, or when it was done: what stands beside the mark. */
export function nearnessOf({ duty, state, completion, dueBy }: ShownDuty, today: CalendarDate): string {
  if (state === 'done') return completion ? m.done_on({ day: shortDay(completion.doneOn, today.slice(0, 4)) }) : PASSING.includes(duty.subject) ? m.state_passed() : m.state_done();
  if (state === 'cancelled') return m.state_off();
  if (state === 'waiting') return m.waits();
  const date = dateOf(duty)?.date ?? dueBy;
  return date && (state === 'late' || date >= today) ? nearness(date, today) : m.can_be_done_now();
}

/** Why there is something to wait for or to know, in a sentence of ours; empty when the agreement's own words are enough. */
export function remarkOf({ duty, state }: Pick<ShownDuty, 'duty' | 'state'>): string {
  const open = state !== 'done' && state !== 'cancelled';
  const moved = duty.timing.type === 'on' && duty.timing.shiftedFrom;
  return [
    open && state === 'waiting' && sayWaiting(duty),
    open && duty.timing.type === 'within' && m.to_be_placed(),
    moved && m.moved_from({ day: day(moved) }),
    duty.outside === 'after' && m.outlives_term(),
  ]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** The agreement's words for a duty, short enough for a list; empty where they say no more than its name, or are figures in a table. */
export function quoteOf(duty: Duty): string {
  const words = duty.source.sentence?.replace(/[\s|*#]+/g, ' ').trim() ?? '';
  if (!TWO_WORDS.test(words) || capital(words.replace(/[.,;:]+$/, '')) === dutyName(duty)) return '';
  return unbrokenAmounts(words.length <= 170 ? words : `${words.slice(0, 165).replace(/\s+\S*$/, '')} …`);
}

const TWO_WORDS = /\p{L}{3,}\P{L}+\p{L}{2,}/u;
