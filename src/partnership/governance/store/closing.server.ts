import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { Archiving, Settlement, Succession } from '../model.ts';
import { now, tables, wrote } from './rows.server.ts';

/** False where it has been settled already: the primary key decides. */
export async function insertSettlement(context: Context, agreementId: string, settledOn: CalendarDate): Promise<boolean> {
  const { at, by } = now(context);
  const row = { agreement_id: agreementId, settled_on: settledOn, recorded_at: at, recorded_by: by };
  return wrote(await tables(context).insertInto('governance.settlement').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst());
}

/** False where it has been archived already. */
export async function insertArchiving(context: Context, agreementId: string, place: string): Promise<boolean> {
  const { at, by } = now(context);
  const row = { agreement_id: agreementId, place, recorded_at: at, recorded_by: by };
  return wrote(await tables(context).insertInto('governance.archiving').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst());
}

/** Moves a settlement to those that were undone. False where there is none. */
export async function undoSettlement(context: Context, agreementId: string): Promise<boolean> {
  const { at, by } = now(context);
  const row = await tables(context).deleteFrom('governance.settlement').where('agreement_id', '=', agreementId).returningAll().executeTakeFirst();
  if (row) await tables(context).insertInto('governance.settlement_undone').values({ id: randomUUID(), ...row, undone_at: at, undone_by: by }).execute();
  return row !== undefined;
}

/** Moves an archiving to those that were undone. False where there is none. */
export async function undoArchiving(context: Context, agreementId: string): Promise<boolean> {
  const { at, by } = now(context);
  const row = await tables(context).deleteFrom('governance.archiving').where('agreement_id', '=', agreementId).returningAll().executeTakeFirst();
  if (row) await tables(context).insertInto('governance.archiving_undone').values({ id: randomUUID(), ...row, undone_at: at, undone_by: by }).execute();
  return row !== undefined;
}

/** What closes an agreement, as far as it has come. */
export interface Closing {
  settlement: Settlement | null;
  archiving: Archiving | null;
}

/** The closing of each of these; those that nothing is recorded of are left out. */
export async function closingsOf(context: Context, agreementIds: string[]): Promise<Map<string, Closing>> {
  if (agreementIds.length === 0) return new Map();
  const rows = await tables(context)
    .selectFrom('governance.settlement as s')
    .leftJoin('governance.archiving as a', 'a.agreement_id', 's.agreement_id')
    .where('s.agreement_id', 'in', agreementIds)
    .select(['s.agreement_id', 's.settled_on', 's.recorded_at', 's.recorded_by', 'a.place', 'a.recorded_at as archivedAt', 'a.recorded_by as archivedBy'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.agreement_id,
      {
        settlement: { settledOn: row.settled_on, recordedAt: row.recorded_at, recordedBy: row.recorded_by },
        archiving: row.place === null ? null : { place: row.place, recordedAt: row.archivedAt!, recordedBy: row.archivedBy! },
      },
    ]),
  );
}

/** False where the successor has a predecessor already. */
export async function insertSuccession(context: Context, { predecessorId, successorId }: Succession): Promise<boolean> {
  const { at, by } = now(context);
  const row = { successor_id: successorId, predecessor_id: predecessorId, recorded_at: at, recorded_by: by };
  return wrote(await tables(context).insertInto('governance.succession').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst());
}

/** Every succession that the agreement is part of, as the one before or the one after. */
export async function successionsOf(context: Context, agreementId: string): Promise<Succession[]> {
  const rows = await tables(context)
    .selectFrom('governance.succession')
    .where((where) => where.or([where('successor_id', '=', agreementId), where('predecessor_id', '=', agreementId)]))
    .select(['successor_id as successorId', 'predecessor_id as predecessorId'])
    .orderBy('recorded_at')
    .execute();
  return rows;
}
