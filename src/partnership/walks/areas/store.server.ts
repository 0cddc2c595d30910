import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import type { Area, MeetingPoint, Polygon, Position } from '../model.ts';
import { now, tables } from '../store/rows.server.ts';

export interface NewArea {
  name: string;
  advice: string | null;
  shape: Polygon | null;
}

export async function insertArea(context: Context, agreementId: string, area: NewArea): Promise<string> {
  const id = randomUUID();
  const { at, by } = now(context);
  await tables(context)
    .insertInto('walks.area')
    .values({ id, agreement_id: agreementId, ...area, made_at: at, made_by: by, removed_at: null, removed_by: null })
    .execute();
  return id;
}

export async function updateArea(context: Context, id: string, area: NewArea): Promise<void> {
  await tables(context).updateTable('walks.area').set(area).where('id', '=', id).execute();
}

/** Takes an area away, or brings it back. False where it already was so. */
export async function setRemoved(context: Context, table: 'walks.area' | 'walks.meeting_point', id: string, removed: boolean): Promise<boolean> {
  const { at, by } = now(context);
  const values = removed ? { removed_at: at, removed_by: by } : { removed_at: null, removed_by: null };
  const result = await tables(context).updateTable(table).set(values).where('id', '=', id).where('removed_at', removed ? 'is' : 'is not', null).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function insertMeetingPoint(context: Context, areaId: string, { name, position }: Omit<MeetingPoint, 'id'>): Promise<string> {
  const id = randomUUID();
  await tables(context)
    .insertInto('walks.meeting_point')
    .values({ id, area_id: areaId, name, longitude: position?.[0] ?? null, latitude: position?.[1] ?? null, removed_at: null, removed_by: null })
    .execute();
  return id;
}

/** The area that a meeting point is of, as far as the actor may know of it. */
export async function areaOfMeetingPoint(context: Context, id: string): Promise<string | null> {
  const row = await tables(context).selectFrom('walks.meeting_point').select('area_id').where('id', '=', id).executeTakeFirst();
  return row?.area_id ?? null;
}

export async function findArea(context: Context, id: string): Promise<Area | null> {
  const row = await tables(context).selectFrom('walks.area').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? ((await withPoints(context, [row]))[0] ?? null) : null;
}

/** A partnership's areas by name; those that have been taken away too, with `removed`. */
export async function areasOf(context: Context, agreementId: string): Promise<Area[]> {
  return withPoints(context, await tables(context).selectFrom('walks.area').selectAll().where('agreement_id', '=', agreementId).orderBy('name').orderBy('id').execute());
}

interface Row extends NewArea {
  id: string;
  agreement_id: string;
  removed_at: Date | null;
}

async function withPoints(context: Context, areas: Row[]): Promise<Area[]> {
  if (areas.length === 0) return [];
  const points = await tables(context)
    .selectFrom('walks.meeting_point')
    .selectAll()
    .where('area_id', 'in', areas.map(({ id }) => id))
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute();
  const byArea = Map.groupBy(points, ({ area_id }) => area_id);
  return areas.map(({ id, agreement_id, name, shape, advice, removed_at }) => ({ id, agreementId: agreement_id, name, shape, advice, removed: removed_at !== null, meetingPoints: (byArea.get(id) ?? []).map(asPoint) }));
}

const asPoint = ({ id, name, longitude, latitude }: { id: string; name: string; longitude: number | null; latitude: number | null }): MeetingPoint => ({
  id,
  name,
  position: longitude === null || latitude === null ? null : ([longitude, latitude] as Position),
});
