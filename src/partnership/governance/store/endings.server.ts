import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import type { Notice, Rescission, Warning, Withdrawal } from '../model.ts';
import { changed, now, tables, wrote } from './rows.server.ts';

/** False where a notice stands already: the index decides. */
export async function insertNotice(context: Context, { agreementId, by, receivedOn, months, countedFrom, endsOn, reason, factId }: Omit<Notice, 'id' | 'givenAt' | 'givenBy'>): Promise<string | null> {
  const { at, by: given_by } = now(context);
  const id = randomUUID();
  const result = await tables(context)
    .insertInto('governance.notice')
    .values({ id, agreement_id: agreementId, organisation_id: by.id, organisation_name: by.name, received_on: receivedOn, months, counted_from: countedFrom, ends_on: endsOn, reason, fact_id: factId, given_at: at, given_by, withdrawn_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return wrote(result) ? id : null;
}

/** The notice that stands, if any. */
export async function standingNotice(context: Context, agreementId: string): Promise<Notice | null> {
  const row = await tables(context).selectFrom('governance.notice').where('agreement_id', '=', agreementId).where('withdrawn_at', 'is', null).selectAll().executeTakeFirst();
  if (!row) return null;
  const { id, months, reason } = row;
  return {
    id,
    agreementId,
    by: { id: row.organisation_id, name: row.organisation_name },
    receivedOn: row.received_on,
    months,
    countedFrom: row.counted_from,
    endsOn: row.ends_on,
    reason,
    factId: row.fact_id,
    givenAt: row.given_at,
    givenBy: row.given_by,
  };
}

/** False where one of the same party's stands already. */
export async function insertWarning(context: Context, agreementId: string, { by, breach, receivedOn, remedyBy }: Pick<Warning, 'by' | 'breach' | 'receivedOn' | 'remedyBy'>): Promise<string | null> {
  const { at, by: given_by } = now(context);
  const id = randomUUID();
  const result = await tables(context)
    .insertInto('governance.warning')
    .values({ id, agreement_id: agreementId, organisation_id: by.id, organisation_name: by.name, breach, received_on: receivedOn, remedy_by: remedyBy, given_at: at, given_by, remedied_at: null, remedied_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return wrote(result) ? id : null;
}

/** Every warning in the partnership, the newest first. */
export async function warningsOf(context: Context, agreementId: string): Promise<Warning[]> {
  const rows = await tables(context).selectFrom('governance.warning').where('agreement_id', '=', agreementId).selectAll().orderBy('given_at', 'desc').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    by: { id: row.organisation_id, name: row.organisation_name },
    breach: row.breach,
    receivedOn: row.received_on,
    remedyBy: row.remedy_by,
    givenAt: row.given_at,
    givenBy: row.given_by,
    remediedAt: row.remedied_at,
  }));
}

/** False where it has been said before, or it is not one of the partnership's. */
export async function endWarning(context: Context, agreementId: string, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context).updateTable('governance.warning').set({ remedied_at: at, remedied_by: by }).where('id', '=', id).where('agreement_id', '=', agreementId).where('remedied_at', 'is', null).executeTakeFirst();
  return changed(result);
}

/** False where a rescission stands already. */
export async function insertRescission(context: Context, { agreementId, by, warningId, ground, receivedOn, endsOn, claim }: Omit<Rescission, 'id' | 'declaredAt' | 'declaredBy'>): Promise<string | null> {
  const { at, by: declared_by } = now(context);
  const id = randomUUID();
  const result = await tables(context)
    .insertInto('governance.rescission')
    .values({
      id,
      agreement_id: agreementId,
      organisation_id: by.id,
      organisation_name: by.name,
      warning_id: warningId,
      ground,
      received_on: receivedOn,
      ends_on: endsOn,
      claimed_ore: claim?.ore ?? null,
      claimed_from: claim?.from.id ?? null,
      declared_at: at,
      declared_by,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return wrote(result) ? id : null;
}

/** The rescission that stands, if any. */
export async function standingRescission(context: Context, agreementId: string): Promise<Rescission | null> {
  const row = await tables(context)
    .selectFrom('governance.rescission as r')
    .leftJoin('people.organisation as o', 'o.id', 'r.claimed_from')
    .where('r.agreement_id', '=', agreementId)
    .where('r.withdrawn_at', 'is', null)
    .selectAll('r')
    .select('o.name as claimedFromName')
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    agreementId,
    by: { id: row.organisation_id, name: row.organisation_name },
    warningId: row.warning_id,
    ground: row.ground,
    receivedOn: row.received_on,
    endsOn: row.ends_on,
    claim: row.claimed_ore !== null && row.claimed_from !== null ? { ore: row.claimed_ore, from: { id: row.claimed_from, name: row.claimedFromName ?? '' } } : null,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
  };
}

/** Holds the notice or the rescission until the transaction ends. False where it does not stand. */
export async function holdEnding(context: Context, agreementId: string, kind: 'notice' | 'rescission', id: string): Promise<boolean> {
  const row = await tables(context).selectFrom(`governance.${kind}`).where('id', '=', id).where('agreement_id', '=', agreementId).where('withdrawn_at', 'is', null).select('id').forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** False where the party has agreed already. */
export async function insertWithdrawal(context: Context, agreementId: string, endingId: string, organisationId: string): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context)
    .insertInto('governance.withdrawal')
    .values({ ending_id: endingId, agreement_id: agreementId, organisation_id: organisationId, agreed_at: at, agreed_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return wrote(result);
}

/** Which parties have agreed to withdraw these, the first first. */
export async function withdrawalsOf(context: Context, endingIds: string[]): Promise<Withdrawal[]> {
  if (endingIds.length === 0) return [];
  const rows = await tables(context)
    .selectFrom('governance.withdrawal as w')
    .innerJoin('people.organisation as o', 'o.id', 'w.organisation_id')
    .where('w.ending_id', 'in', endingIds)
    .select(['w.ending_id', 'o.id', 'o.name', 'w.agreed_at', 'w.agreed_by'])
    .orderBy('w.agreed_at')
    .orderBy('o.name')
    .execute();
  return rows.map(({ ending_id, id, name, agreed_at, agreed_by }) => ({ endingId: ending_id, organisation: { id, name }, agreedAt: agreed_at, agreedBy: agreed_by }));
}

export async function withdraw(context: Context, kind: 'notice' | 'rescission', id: string): Promise<void> {
  await tables(context).updateTable(`governance.${kind}`).set({ withdrawn_at: context.clock.now() }).where('id', '=', id).execute();
}
