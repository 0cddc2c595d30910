import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { NewWalk, Walk } from '../model.ts';
import { now, tables } from './rows.server.ts';

/** Keeps a walk with its places, numbered from one. */
export async function insertWalk(context: Context, walk: NewWalk): Promise<string> {
  const [id] = await insertWalks(context, [walk]);
  return id;
}

/** Keeps walks with their places, all in two statements, and gives their ids in the same order. */
export async function insertWalks(context: Context, walks: NewWalk[], seasonId: string | null = null): Promise<string[]> {
  const numbered = walks.map((walk) => ({ ...walk, id: randomUUID() }));
  const { at, by } = now(context);
  await tables(context)
    .insertInto('walks.walk')
    .values(
      numbered.map(({ agreementId, groupId, areaId, meetingPointId, exceptionReason, places: _places, ...walk }) => ({
        ...walk,
        agreement_id: agreementId,
        group_id: groupId,
        area_id: areaId,
        meeting_point_id: meetingPointId,
        season_id: seasonId,
        exception_reason: exceptionReason,
        planned_at: at,
        planned_by: by,
        cancelled_at: null,
        cancelled_by: null,
        cancelled_because: null,
        closed_at: null,
      })),
    )
    .execute();
  const places = numbered.flatMap(({ id, places: tasks }) => tasks.map((task, index) => ({ walk_id: id, number: index + 1, task })));
  await tables(context).insertInto('walks.place').values(places).execute();
  return numbered.map(({ id }) => id);
}

/** A walk, as far as the actor may know of it. */
export async function findWalk(context: Context, id: string): Promise<Walk | null> {
  const row = await rows(context).where('w.id', '=', id).executeTakeFirst();
  return row ? asWalk(row) : null;
}

/** These walks, as far as the actor may know of them, the first to start first. */
export async function findWalks(context: Context, ids: readonly string[]): Promise<Walk[]> {
  return ids.length === 0 ? [] : (await rows(context).where('w.id', 'in', ids).orderBy('w.starts').orderBy('w.id').execute()).map(asWalk);
}

/** A partnership's walks of these nights, both included, the first to start first; cancelled ones too. */
export async function walksBetween(context: Context, agreementId: string, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<Walk[]> {
  const found = await rows(context).where('w.agreement_id', '=', agreementId).where('w.night', '>=', from).where('w.night', '<=', to).orderBy('w.starts').orderBy('w.id').execute();
  return found.map(asWalk);
}

const rows = (context: Context) =>
  tables(context)
    .selectFrom('walks.walk as w')
    .innerJoin('walks.area as a', 'a.id', 'w.area_id')
    .leftJoin('walks.walking_group as g', 'g.id', 'w.group_id')
    .leftJoin('walks.meeting_point as m', 'm.id', 'w.meeting_point_id')
    .selectAll('w')
    .select(['a.name as area_name', 'g.name as group_name', 'g.organisation_id', 'm.name as meeting_point_name'])
    .select((select) =>
      select
        .selectFrom('walks.place as p')
        .whereRef('p.walk_id', '=', 'w.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('places'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const asWalk = (row: Row): Walk => ({
  id: row.id,
  agreementId: row.agreement_id,
  group: row.group_id ? { id: row.group_id, name: row.group_name ?? '', organisationId: row.organisation_id ?? '' } : null,
  area: { id: row.area_id, name: row.area_name },
  meetingPoint: row.meeting_point_id ? { id: row.meeting_point_id, name: row.meeting_point_name ?? '' } : null,
  kind: row.kind,
  night: row.night,
  starts: row.starts,
  ends: row.ends,
  smallest: row.smallest,
  places: Number(row.places ?? 0),
  note: row.note,
  exceptionReason: row.exception_reason,
  cancelledAt: row.cancelled_at,
  cancelledBecause: row.cancelled_because,
  closedAt: row.closed_at,
});
