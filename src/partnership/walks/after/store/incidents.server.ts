import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { Contact } from '../../night/model.ts';
import type { Incident, IncidentKind } from '../model.ts';
import { afterTables } from './rows.server.ts';

/** What is recorded of an incident. */
export interface NewIncident {
  walkId: string;
  reportId: string | null;
  kind: IncidentKind;
  at: Date;
  place: string | null;
  what: string | null;
}

/** Keeps an incident with the partnership and the group of its walk; null where the report that it comes from has one. */
export async function insertIncident(context: Context, { walkId, reportId, ...incident }: NewIncident): Promise<string | null> {
  const id = randomUUID();
  const walk = await afterTables(context).selectFrom('walks.walk').select(['agreement_id', 'group_id']).where('id', '=', walkId).executeTakeFirstOrThrow();
  const { at, by } = now(context);
  const result = await afterTables(context)
    .insertInto('walks.incident')
    .values({ id, ...walk, ...incident, walk_id: walkId, report_id: reportId, recorded_at: at, recorded_by: reportId ? '' : by, told_at: null, seen_at: null, seen_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n ? id : null;
}

const rows = (context: Context) =>
  afterTables(context)
    .selectFrom('walks.incident as i')
    .innerJoin('walks.walk as w', 'w.id', 'i.walk_id')
    .innerJoin('walks.area as a', 'a.id', 'w.area_id')
    .leftJoin('walks.walking_group as g', 'g.id', 'w.group_id')
    .selectAll('i')
    .select(['w.night', 'a.name as area', 'g.name as group_name']);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const asIncident = (row: Row): Incident => ({
  id: row.id,
  agreementId: row.agreement_id,
  walk: { id: row.walk_id, night: row.night, area: row.area, group: row.group_name },
  reportId: row.report_id,
  kind: row.kind,
  at: row.at,
  place: row.place,
  what: row.what,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  toldAt: row.told_at,
  seen: row.seen_at ? { at: row.seen_at, by: row.seen_by ?? '' } : null,
});

/** A partnership's incidents that the actor may know of, the newest first. */
export async function incidentsOf(context: Context, agreementId: string): Promise<Incident[]> {
  return (await rows(context).where('i.agreement_id', '=', agreementId).orderBy('i.at', 'desc').orderBy('i.id').execute()).map(asIncident);
}

export async function findIncident(context: Context, id: string): Promise<Incident | null> {
  const row = await rows(context).where('i.id', '=', id).executeTakeFirst();
  return row ? asIncident(row) : null;
}

/** Incidents that the office has not been told of, the oldest first. */
export async function untold(context: Context): Promise<Incident[]> {
  return (await rows(context).where('i.told_at', 'is', null).orderBy('i.recorded_at').orderBy('i.id').limit(100).execute()).map(asIncident);
}

/** Says that the office has been told now, once. */
export async function markTold(context: Context, id: string): Promise<void> {
  await afterTables(context).updateTable('walks.incident').set({ told_at: context.clock.now() }).where('id', '=', id).where('told_at', 'is', null).execute();
}

/** Says that somebody has seen it. False where it had been seen before. */
export async function markSeen(context: Context, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const result = await afterTables(context).updateTable('walks.incident').set({ seen_at: at, seen_by: by }).where('id', '=', id).where('seen_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Event reports in which somebody was hurt or help was called for, of which no incident has been made. */
export async function unrecorded(context: Context): Promise<{ id: string; walkId: string; at: Date; place: string | null; injury: boolean; contacts: Contact[] }[]> {
  const found = await afterTables(context)
    .selectFrom('walks.event_report as e')
    .leftJoin('walks.incident as i', (join) => join.onRef('i.walk_id', '=', 'e.walk_id').onRef('i.report_id', '=', 'e.id'))
    .where('i.id', 'is', null)
    .where((where) => where.or([where('e.injury', '=', true), where(where.val('emergency-112'), '=', where.fn.any('e.contacts')), where(where.val('office'), '=', where.fn.any('e.contacts'))]))
    .select(['e.id', 'e.walk_id as walkId', 'e.at', 'e.place', 'e.injury', 'e.contacts'])
    .limit(100)
    .execute();
  return found;
}
