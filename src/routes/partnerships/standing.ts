import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { AgreementRow } from '#partnership/agreement';
import { type LifeState, sayLifeState } from '#pure/governance';
import type { MarkState } from '#ui/MarkShape.svelte';

/** How a partnership stands: a mark and a word. */
export function standingOf({ state, period, life }: Pick<AgreementRow, 'state' | 'period'> & { life: LifeState | null }, today: CalendarDate): { mark: MarkState; words: string } {
  if (state === 'reading') return { mark: 'todo', words: m.standing_reading() };
  if (state === 'refused') return { mark: 'late', words: m.standing_refused() };
  if (state === 'taken-back') return { mark: 'off', words: m.standing_taken_back() };
  if (state === 'review') return { mark: 'soon', words: m.standing_review() };
  if (life && life !== 'active') return { mark: 'off', words: sayLifeState(life) };
  return period?.start && period.start.date > today ? { mark: 'todo', words: m.standing_coming() } : { mark: 'done', words: m.standing_running() };
}
