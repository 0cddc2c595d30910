import type { Context } from '#platform/context.ts';
import type { EventKind } from '../../night/model.ts';
import type { EventReported, Walked } from '../model.ts';
import type { Counted } from '../rules/statistics.ts';
import { afterTables } from './rows.server.ts';

const events = (context: Context) =>
  afterTables(context)
    .selectFrom('walks.event_report as e')
    .innerJoin('walks.area as a', 'a.id', 'e.area_id')
    .selectAll('e')
    .select('a.name as area_name');

/** A walk's event reports, the first first. */
export async function eventsOfWalk(context: Context, walkId: string): Promise<EventReported[]> {
  const rows = await events(context).where('e.walk_id', '=', walkId).orderBy('e.at').orderBy('e.id').execute();
  return rows.map((row) => ({
    id: row.id,
    walkId: row.walk_id,
    area: { id: row.area_id, name: row.area_name },
    place: row.place,
    kinds: row.kinds,
    young: row.young_band,
    mood: row.mood,
    deeds: row.actions,
    contacts: row.contacts,
    injury: row.injury,
    foundToPolice: row.found_to_police,
    note: row.note,
    at: row.at,
    timeInDoubt: row.time_in_doubt,
  }));
}

/** What counts of the event reports of these nights, of one kind where it is given. */
export async function countedIn(context: Context, agreementId: string, { from, to, kind }: { from: string; to: string; kind: EventKind | null }): Promise<Counted[]> {
  const rows = afterTables(context)
    .selectFrom('walks.event_report as e')
    .innerJoin('walks.area as a', 'a.id', 'e.area_id')
    .innerJoin('walks.walk as w', 'w.id', 'e.walk_id')
    .where('e.agreement_id', '=', agreementId)
    .where('w.night', '>=', from)
    .where('w.night', '<=', to)
    .select(['a.name as area', 'e.at', 'e.time_in_doubt', 'w.night', 'e.mood', 'e.kinds']);
  const found = await rows.execute();
  return found.flatMap(({ kinds, area, at, time_in_doubt, night, mood }) => (kind === null || kinds.includes(kind) ? { area, at: time_in_doubt ? null : at, night, mood } : []));
}

/** What became of walks, by walk. */
export async function walkedOf(context: Context, walkIds: string[]): Promise<Map<string, Walked>> {
  if (walkIds.length === 0) return new Map();
  const rows = await afterTables(context).selectFrom('walks.walked').selectAll().where('walk_id', 'in', walkIds).execute();
  return new Map(
    rows.map((row) => [
      row.walk_id,
      {
        openedAt: row.opened_at,
        closedAt: row.closed_at,
        walkers: row.walkers,
        reports: row.reports,
        young: { least: row.young_least, most: row.young_most },
        mood: row.mood === null ? null : Number(row.mood),
        vestsOut: row.vests_out,
        vestsBack: row.vests_back,
        debriefed: row.debriefed,
      },
    ]),
  );
}

/** Closed walks whose report has not been sent, the first closed first. */
export async function unsent(context: Context, limit: number): Promise<{ walkId: string; agreementId: string; closedAt: Date; conflicts: number; waiting: number }[]> {
  const rows = await afterTables(context)
    .selectFrom('walks.walked as d')
    .innerJoin('walks.walk as w', 'w.id', 'd.walk_id')
    .leftJoin('walks.report_sent as s', 's.walk_id', 'd.walk_id')
    .where('s.walk_id', 'is', null)
    .where('w.closed_at', 'is not', null)
    .select(['d.walk_id', 'd.agreement_id', 'w.closed_at', 'd.conflicts', 'd.waiting'])
    .orderBy('w.closed_at')
    .limit(limit)
    .execute();
  return rows.map(({ walk_id, agreement_id, closed_at, conflicts, waiting }) => ({ walkId: walk_id, agreementId: agreement_id, closedAt: closed_at!, conflicts, waiting }));
}

/** Says that the report of a walk has been sent. False where it had been before. */
export async function insertSent(context: Context, { walkId, agreementId, letters }: { walkId: string; agreementId: string; letters: number }): Promise<boolean> {
  const result = await afterTables(context)
    .insertInto('walks.report_sent')
    .values({ walk_id: walkId, agreement_id: agreementId, sent_at: context.clock.now(), letters })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** When the reports of walks were sent, by walk. */
export async function sentOf(context: Context, walkIds: string[]): Promise<Map<string, { at: Date; letters: number }>> {
  if (walkIds.length === 0) return new Map();
  const rows = await afterTables(context).selectFrom('walks.report_sent').selectAll().where('walk_id', 'in', walkIds).execute();
  return new Map(rows.map(({ walk_id, sent_at, letters }) => [walk_id, { at: sent_at, letters }]));
}
