import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import type { Unit } from '../model.ts';

type UnitTables = {
  'people.unit': { id: string; organisation_id: string; name: string; closed_at: Date | null };
  'people.unit_share': { unit_id: string; agreement_id: string; ore: number };
};

const tables = (context: Context) => context.database.withTables<UnitTables>();

/** The new unit's id; null where the organisation has one of that name: the index decides. */
export async function insertUnit(context: Context, organisationId: string, name: string): Promise<string | null> {
  const id = randomUUID();
  const result = await tables(context)
    .insertInto('people.unit')
    .values({ id, organisation_id: organisationId, name, closed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n ? id : null;
}

export async function findUnit(context: Context, id: string): Promise<Unit | null> {
  const row = await tables(context).selectFrom('people.unit').where('id', '=', id).select(['id', 'organisation_id as organisationId', 'name']).executeTakeFirst();
  return row ?? null;
}

export async function closeUnit(context: Context, id: string): Promise<void> {
  await tables(context).updateTable('people.unit').set({ closed_at: context.clock.now() }).where('id', '=', id).where('closed_at', 'is', null).execute();
}

export async function unitsOf(context: Context, organisationIds: string[]): Promise<Unit[]> {
  if (organisationIds.length === 0) return [];
  return tables(context)
    .selectFrom('people.unit')
    .where('organisation_id', 'in', organisationIds)
    .where('closed_at', 'is', null)
    .select(['id', 'organisation_id as organisationId', 'name'])
    .orderBy('name')
    .execute();
}

/** Says what a unit carries of a partnership's cost; a new sum takes the place of the last. */
export async function keepShare(context: Context, share: { unitId: string; agreementId: string; ore: number }): Promise<void> {
  const { unitId: unit_id, agreementId: agreement_id, ore } = share;
  await tables(context)
    .insertInto('people.unit_share')
    .values({ unit_id, agreement_id, ore })
    .onConflict((conflict) => conflict.columns(['unit_id', 'agreement_id']).doUpdateSet({ ore }))
    .execute();
}

/** What each unit carries of a partnership, in öre. */
export async function sharesOf(context: Context, agreementId: string): Promise<{ unit: string; organisationId: string; ore: number }[]> {
  return tables(context)
    .selectFrom('people.unit_share as s')
    .innerJoin('people.unit as u', 'u.id', 's.unit_id')
    .where('s.agreement_id', '=', agreementId)
    .select(['u.name as unit', 'u.organisation_id as organisationId', 's.ore'])
    .orderBy('u.name')
    .execute();
}
