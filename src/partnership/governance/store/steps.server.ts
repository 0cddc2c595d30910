import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import type { ExtensionOutcome, ExtensionStep, StepOwner } from '../model.ts';
import { changed, now, tables, wrote } from './rows.server.ts';

export async function insertStep(context: Context, agreementId: string, { what, date }: Omit<ExtensionStep, 'id'>): Promise<string> {
  const { at, by } = now(context);
  const id = randomUUID();
  await tables(context).insertInto('governance.extension_step').values({ id, agreement_id: agreementId, what, date, added_at: at, added_by: by, removed_at: null, removed_by: null }).execute();
  return id;
}

/** False where it has been removed before, or it is not one of the partnership's. */
export async function removeStep(context: Context, agreementId: string, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context).updateTable('governance.extension_step').set({ removed_at: at, removed_by: by }).where('id', '=', id).where('agreement_id', '=', agreementId).where('removed_at', 'is', null).executeTakeFirst();
  return changed(result);
}

export async function stepsOf(context: Context, agreementId: string): Promise<ExtensionStep[]> {
  return tables(context).selectFrom('governance.extension_step').where('agreement_id', '=', agreementId).where('removed_at', 'is', null).select(['id', 'what', 'date']).orderBy('date').orderBy('id').execute();
}

/** Names who has the step from now on. False where somebody else named another in the same moment: the index decides. */
export async function writeOwner(context: Context, agreementId: string, { step, organisationId, person }: { step: string; organisationId: string; person: string | null }): Promise<boolean> {
  const { at, by } = now(context);
  await tables(context).updateTable('governance.step_owner').set({ ended_at: at, ended_by: by }).where('agreement_id', '=', agreementId).where('step', '=', step).where('ended_at', 'is', null).execute();
  const result = await tables(context)
    .insertInto('governance.step_owner')
    .values({ id: randomUUID(), agreement_id: agreementId, step, organisation_id: organisationId, person, set_at: at, set_by: by, ended_at: null, ended_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return wrote(result);
}

export async function ownersOf(context: Context, agreementId: string): Promise<StepOwner[]> {
  const rows = await tables(context)
    .selectFrom('governance.step_owner as s')
    .innerJoin('people.organisation as o', 'o.id', 's.organisation_id')
    .where('s.agreement_id', '=', agreementId)
    .where('s.ended_at', 'is', null)
    .select(['s.step', 's.person', 'o.id', 'o.name'])
    .execute();
  return rows.map(({ step, person, id, name }) => ({ step, person, organisation: { id, name } }));
}

/** False where an outcome stands already for that last day: the index decides. */
export async function insertOutcome(context: Context, agreementId: string, { forEnd, outcome, decidedOn, decidedBy }: Pick<ExtensionOutcome, 'forEnd' | 'outcome' | 'decidedOn' | 'decidedBy'>): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context)
    .insertInto('governance.extension_outcome')
    .values({ id: randomUUID(), agreement_id: agreementId, for_end: forEnd, outcome, decided_on: decidedOn, decided_by: decidedBy, recorded_at: at, recorded_by: by, undone_at: null, undone_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return wrote(result);
}

/** False where nothing is decided for that last day. */
export async function undoOutcome(context: Context, agreementId: string, forEnd: ExtensionOutcome['forEnd']): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context)
    .updateTable('governance.extension_outcome')
    .set({ undone_at: at, undone_by: by })
    .where('agreement_id', '=', agreementId)
    .where('for_end', 'is not distinct from', forEnd)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return changed(result);
}

/** Everything that was decided and stands, the newest last. */
export async function outcomesOf(context: Context, agreementId: string): Promise<ExtensionOutcome[]> {
  const rows = await tables(context).selectFrom('governance.extension_outcome').where('agreement_id', '=', agreementId).where('undone_at', 'is', null).selectAll().orderBy('recorded_at').execute();
  return rows.map((row) => ({ forEnd: row.for_end, outcome: row.outcome, decidedOn: row.decided_on, decidedBy: row.decided_by, recordedAt: row.recorded_at, recordedBy: row.recorded_by }));
}
