import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Cancellation, Completion, Duty, DutyState, Placement, Subject } from '../model.ts';
import { dateOf } from './day.ts';

/** Days ahead from which a duty is soon. */
export const SOON = 30;

/** What has been recorded about duties, by their keys. */
export type Completions = ReadonlyMap<string, Pick<Completion, 'doneOn'>>;
export type Cancellations = ReadonlyMap<string, Pick<Cancellation, 'reason'>>;

/** How a duty stands apart from what day it is. */
export interface Standing {
  /** Neither done nor cancelled. */
  open: boolean;
  /** Something else has to happen first, or the agreement does not say when. */
  waits: boolean;
  /** The day lists order it by: its last day, or the day that what it waited for happened; null where neither is known. */
  dueBy: CalendarDate | null;
  /** To be after `dueBy` is to be late. Not so for a payment that may be made from a day on, but by no given day. */
  firm: boolean;
}

export function standingOf(duty: Duty, completions: Completions, cancellations: Cancellations): Standing {
  const open = !completions.has(duty.key) && !cancellations.has(duty.key);
  const date = dateOf(duty)?.date ?? null;
  if (duty.timing.type !== 'awaits') return { open, waits: date === null, dueBy: date, firm: date !== null };
  const met = metOn(duty.timing, completions);
  return { open, waits: met === null, dueBy: date ?? met, firm: met !== null && date !== null };
}

/** The day that what the duty waits for happened; null while it is not known to have. A report that has come is not one approved. */
function metOn(timing: Extract<Duty['timing'], { type: 'awaits' }>, completions: Completions): CalendarDate | null {
  if (timing.metOn || timing.duty === null || !timing.event.endsWith('_received')) return timing.metOn;
  return completions.get(timing.duty)?.doneOn ?? null;
}

/** The subjects that come and go by themselves: nobody is late with a day on which notice could have been given. */
export const PASSING: Subject[] = ['last-day-of-notice', 'end-of-term'];

export const hasPassed = ({ subject }: Pick<Duty, 'subject'>, dueBy: CalendarDate | null, today: CalendarDate): boolean => PASSING.includes(subject) && dueBy !== null && dueBy < today;

/** How a duty stands today. A duty known to the month is late only when the month is over; what has passed is done with. */
export function stateOf(duty: Duty, completions: Completions, cancellations: Cancellations, today: CalendarDate): DutyState {
  if (completions.has(duty.key)) return 'done';
  if (cancellations.has(duty.key)) return 'cancelled';
  const standing = standingOf(duty, completions, cancellations);
  return hasPassed(duty, standing.dueBy, today) ? 'done' : openState(standing, today);
}

/** The state of a duty that is open. */
export function openState({ waits, dueBy, firm }: Omit<Standing, 'open'>, today: CalendarDate): Exclude<DutyState, 'done' | 'cancelled'> {
  if (waits || dueBy === null) return 'waiting';
  if (!firm) return 'soon';
  if (dueBy < today) return 'late';
  return dueBy <= addDays(today, SOON) ? 'soon' : 'coming';
}

/** The duty on the day somebody has chosen for it; a day after an early end no longer counts. */
export const placed = (duty: Duty, placement: Pick<Placement, 'date'> | null): Duty =>
  placement && duty.timing.type === 'within' && placement.date <= (duty.timing.until ?? placement.date)
    ? { ...duty, timing: { type: 'on', date: placement.date, precision: 'day', basis: 'placed', shiftedFrom: null } }
    : duty;
