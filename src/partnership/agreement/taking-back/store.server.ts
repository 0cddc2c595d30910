import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

export type TakingBackTables = {
  'agreement.taking_back': { id: string; agreement_id: string; taken_back_at: Date; taken_back_by: string; taken_up_at: Date | null; taken_up_by: string | null };
};

const tables = (context: Context) => context.database.withTables<TakingBackTables>();

/** A condition: the agreement in this column, named with its table, has been taken back. */
export const takenBack = (column: string) => sql<boolean>`exists (select 1 from agreement.taking_back t where t.agreement_id = ${sql.ref(column)} and t.taken_up_at is null)`;

export async function insertTakingBack(context: Context, agreementId: string): Promise<void> {
  await tables(context)
    .insertInto('agreement.taking_back')
    .values({ id: randomUUID(), agreement_id: agreementId, taken_back_at: context.clock.now(), taken_back_by: actorName(context.actor), taken_up_at: null, taken_up_by: null })
    .execute();
}

/** False when it has not been taken back. */
export async function endTakingBack(context: Context, agreementId: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable('agreement.taking_back')
    .set({ taken_up_at: context.clock.now(), taken_up_by: actorName(context.actor) })
    .where('agreement_id', '=', agreementId)
    .where('taken_up_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Agreements that have been taken back, and when. */
export async function takenBackAgreements(context: Context): Promise<{ agreementId: string; takenBackAt: Date }[]> {
  return tables(context).selectFrom('agreement.taking_back').where('taken_up_at', 'is', null).select(['agreement_id as agreementId', 'taken_back_at as takenBackAt']).execute();
}
