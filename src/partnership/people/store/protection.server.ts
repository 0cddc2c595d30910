import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

type ProtectionTables = {
  'people.protection': { id: string; agreement_id: string; fact_id: string; since: Date; protected_by: string; lifted_at: Date | null; lifted_by: string | null };
};

const tables = (context: Context) => context.database.withTables<ProtectionTables>();

/** Protects a contact person. False when they are already: the index decides. */
export async function insertProtection(context: Context, { agreementId, factId }: { agreementId: string; factId: string }): Promise<boolean> {
  const result = await tables(context)
    .insertInto('people.protection')
    .values({ id: randomUUID(), agreement_id: agreementId, fact_id: factId, since: context.clock.now(), protected_by: actorName(context.actor), lifted_at: null, lifted_by: null })
    .onConflict((conflict) => conflict.column('fact_id').where('lifted_at', 'is', null).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Lifts the protection. False when there is none. */
export async function liftProtection(context: Context, { agreementId, factId }: { agreementId: string; factId: string }): Promise<boolean> {
  const result = await tables(context)
    .updateTable('people.protection')
    .set({ lifted_at: context.clock.now(), lifted_by: actorName(context.actor) })
    .where('agreement_id', '=', agreementId)
    .where('fact_id', '=', factId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The facts of contact persons with a protected identity: of one partnership, or of all that the one who asks may see. */
export async function protectedFacts(context: Context, agreementId?: string): Promise<string[]> {
  const active = tables(context).selectFrom('people.protection').where('lifted_at', 'is', null).select('fact_id');
  return (await (agreementId ? active.where('agreement_id', '=', agreementId) : active).execute()).map(({ fact_id }) => fact_id);
}

/** The names of those with accounts or in organisations who have a protected identity, on either side of what the one who asks takes part in, but for their own. */
export async function protectedNames(context: Context): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from people.protected_names() as name`.execute(context.database);
  return rows.map(({ name }) => name);
}
