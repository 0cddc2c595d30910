import { tableHour } from '#kernel/hour.ts';
import { dayCell, type Table } from '#kernel/table.ts';
import * as m from '#messages';
import type { PlannedWalk } from '#pure/walks';
import { sayOccasion, sayWalkKind, stateOfWalk } from './plan-words.ts';

/** The plan to take along: a row for each walk, with figures and no names of walkers. */
export const tableOfPlan = (walks: readonly PlannedWalk[]): Table => ({
  head: [
    m.walk_table_night(),
    m.walk_table_from(),
    m.walk_table_to(),
    m.walk_table_kind(),
    m.walk_table_area(),
    m.walk_table_meets(),
    m.share_group(),
    m.walk_table_places(),
    m.walk_table_placed(),
    m.walk_table_smallest(),
    m.walk_table_state(),
    m.walks_tab_events(),
    m.walk_table_exception(),
  ],
  rows: walks.map((walk) => [
    dayCell(walk.night),
    tableHour(walk.starts),
    tableHour(walk.ends),
    sayWalkKind(walk.kind),
    walk.area.name,
    walk.meetingPoint?.name ?? null,
    walk.group?.name ?? null,
    walk.places,
    walk.manned.leader.placed + walk.manned.walker.placed,
    walk.smallest,
    stateOfWalk(walk),
    walk.occasions.map(sayOccasion).join(', ') || null,
    walk.exceptionReason,
  ]),
});
