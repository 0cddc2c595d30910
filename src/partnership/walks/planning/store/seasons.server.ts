import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { Pattern } from '../model.ts';
import { tables } from './planning.server.ts';

/** Keeps a season under the id that its form was given. False where one has been planned from that form. */
export async function insertSeason(context: Context, { id, agreementId, pattern }: { id: string; agreementId: string; pattern: Pattern }): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context)
    .insertInto('walks.season')
    .values({ id, agreement_id: agreementId, starts_on: pattern.period.start, ends_on: pattern.period.end, pattern, planned_at: at, planned_by: by, undone_at: null, undone_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function agreementOfSeason(context: Context, id: string): Promise<string | null> {
  const row = await tables(context).selectFrom('walks.season').select('agreement_id').where('id', '=', id).executeTakeFirst();
  return row?.agreement_id ?? null;
}

/** Undoes a season: its walks to come that nobody has signed up for go, without a reason, as if they had not been planned. Gives how many; null where it was undone before. */
export async function undoSeason(context: Context, id: string): Promise<number | null> {
  const { at, by } = now(context);
  const undone = await tables(context).updateTable('walks.season').set({ undone_at: at, undone_by: by }).where('id', '=', id).where('undone_at', 'is', null).executeTakeFirst();
  if (undone.numUpdatedRows === 0n) return null;
  const result = await tables(context)
    .updateTable('walks.walk')
    .set({ cancelled_at: at, cancelled_by: by })
    .where('season_id', '=', id)
    .where('cancelled_at', 'is', null)
    .where('starts', '>', at)
    .where(sql<boolean>`not exists (select from walks.taken(walks.walk.id) as t where t.placed + t.waiting > 0)`)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
