import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { GroupState, ListedGroup } from '#pure/walks';
import { day } from '#ui/format/day.ts';
import type { MarkState } from '#ui/MarkShape.svelte';

/** The heading of a list of groups in this state. */
export const STATE_WORDS: Record<GroupState, () => string> = { started: m.groups_started, proposed: m.groups_proposed, ended: m.groups_ended };

/** The mark of each state. */
export const STATE_MARKS: Record<GroupState, MarkState> = { started: 'done', proposed: 'soon', ended: 'off' };

/** How far a group has come, in words. */
export function stateSaid({ state, startedOn, endedOn, unheard }: Pick<ListedGroup, 'state' | 'startedOn' | 'endedOn' | 'unheard'>): string {
  if (state === 'ended') return m.group_ended_on({ day: day(endedOn as CalendarDate) });
  if (state === 'started') return m.group_walks_since({ day: day(startedOn as CalendarDate) });
  return unheard.length > 0 ? m.group_waits_for({ names: unheard.map(({ name }) => name).join(', ') }) : m.group_all_heard();
}
