import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { PassedDuty } from '#pure/walks';
import type { MarkState } from '#ui/MarkShape.svelte';

/** Days before its day that something passed on counts as soon. */
const SOON = 14;

/** How something that has been passed on to a group stands. */
export function passedMark({ doneOn, dueOn }: Pick<PassedDuty, 'doneOn' | 'dueOn'>, today: CalendarDate): MarkState {
  if (doneOn) return 'done';
  if (!dueOn) return 'todo';
  return dueOn < today ? 'late' : dueOn <= addDays(today, SOON) ? 'soon' : 'todo';
}
