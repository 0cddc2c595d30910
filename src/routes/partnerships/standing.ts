import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { AgreementRow } from '#partnership/agreement';
import type { MarkState } from '#ui/MarkShape.svelte';

/** How a partnership stands: a mark and a word. */
export function standingOf({ state, period }: Pick<AgreementRow, 'state' | 'period'>, today: CalendarDate): { mark: MarkState; words: string } {
  if (state === 'reading') return { mark: 'todo', words: m.standing_reading() };
  if (state === 'refused') return { mark: 'late', words: m.standing_refused() };
  if (state === 'review') return { mark: 'soon', words: m.standing_review() };
  if (period?.end && period.end.date < today) return { mark: 'off', words: m.standing_ended() };
  return period?.start && period.start.date > today ? { mark: 'todo', words: m.standing_coming() } : { mark: 'done', words: m.standing_running() };
}
