import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { Confirmation } from '../model.ts';
import { afterTables } from './rows.server.ts';

/** Confirms these walks for the organisation; those that are confirmed stay as they are. How many it took. */
export async function insertConfirmations(context: Context, { agreementId, walkIds, organisationId }: { agreementId: string; walkIds: string[]; organisationId: string | null }): Promise<number> {
  if (walkIds.length === 0) return 0;
  const { at, by } = now(context);
  const result = await afterTables(context)
    .insertInto('walks.confirmation')
    .values(walkIds.map((walk_id) => ({ id: randomUUID(), walk_id, agreement_id: agreementId, organisation_id: organisationId, confirmed_at: at, confirmed_by: by, undone_at: null, undone_by: null })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows);
}

/** The confirmations that hold in a partnership, by walk. */
export async function confirmationsOf(context: Context, agreementId: string): Promise<Map<string, Confirmation>> {
  const rows = await afterTables(context).selectFrom('walks.confirmation').selectAll().where('agreement_id', '=', agreementId).where('undone_at', 'is', null).execute();
  return new Map(rows.map(({ walk_id, id, confirmed_at, confirmed_by }) => [walk_id, { id, at: confirmed_at, by: confirmed_by }]));
}

/** The walk of a confirmation that holds; null of one that does not. */
export async function findConfirmation(context: Context, id: string): Promise<{ walkId: string; agreementId: string } | null> {
  const row = await afterTables(context).selectFrom('walks.confirmation').select(['walk_id as walkId', 'agreement_id as agreementId']).where('id', '=', id).where('undone_at', 'is', null).executeTakeFirst();
  return row ?? null;
}

/** Takes a confirmation back. False where somebody has before. */
export async function undoConfirmation(context: Context, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const result = await afterTables(context).updateTable('walks.confirmation').set({ undone_at: at, undone_by: by }).where('id', '=', id).where('undone_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** How many walked each of these walks: those with a place who came, for walks that no telephone has told of. */
export async function placedOf(context: Context, walkIds: string[]): Promise<Map<string, number>> {
  if (walkIds.length === 0) return new Map();
  const rows = await afterTables(context)
    .selectFrom('walks.walk as w')
    .where('w.id', 'in', walkIds)
    .select((select) => ['w.id', select.selectFrom((from) => from.fn<{ placed: string }>('walks.taken', ['w.id']).as('t')).select('t.placed').as('placed')])
    .execute();
  return new Map(rows.map(({ id, placed }) => [id, Number(placed ?? 0)]));
}

/** How many walks of a partnership have not been cancelled. */
export async function countPlanned(context: Context, agreementId: string): Promise<number> {
  const { count } = await afterTables(context)
    .selectFrom('walks.walk')
    .where('agreement_id', '=', agreementId)
    .where('cancelled_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
