import { randomUUID } from 'node:crypto';
import { isId } from '#kernel/id.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Aid, AidDeclaration, Recipient } from './model.ts';

type AidTables = {
  'money.aid': {
    id: string;
    organisation_id: string;
    org_number: string;
    what: string;
    granted_on: string;
    ore: number;
    rate: number;
    rate_on: string;
    recorded_at: Date;
    recorded_by: string;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
  'money.aid_declaration': { id: string; organisation_id: string; org_number: string; dated: string; others_cents: number; seen_on: string; seen_by: string; recorded_at: Date; recorded_by: string };
};

const tables = (context: Context) => context.database.withTables<AidTables>();

export async function insertAid(context: Context, { organisationId, orgNumber, what, grantedOn, ore, rate, rateOn }: Recipient & Pick<Aid, 'what' | 'grantedOn' | 'ore' | 'rate' | 'rateOn'>): Promise<string> {
  const id = randomUUID();
  await tables(context)
    .insertInto('money.aid')
    .values({ id, organisation_id: organisationId, org_number: orgNumber, what, granted_on: grantedOn, ore, rate, rate_on: rateOn, recorded_at: context.clock.now(), recorded_by: actorName(context.actor) })
    .execute();
  return id;
}

/** Whose the entry is; null where there is none that the actor may see. */
export async function ledgerOf(context: Context, aidId: string): Promise<string | null> {
  if (!isId(aidId)) return null;
  return (await tables(context).selectFrom('money.aid').where('id', '=', aidId).select('organisation_id').executeTakeFirst())?.organisation_id ?? null;
}

/** False where it has been withdrawn already. */
export async function writeWithdrawal(context: Context, aidId: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable('money.aid')
    .set({ withdrawn_at: context.clock.now(), withdrawn_by: actorName(context.actor) })
    .where('id', '=', aidId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertDeclaration(context: Context, { organisationId, orgNumber, dated, othersCents, seenOn, seenBy }: Recipient & Pick<AidDeclaration, 'dated' | 'othersCents' | 'seenOn' | 'seenBy'>): Promise<void> {
  await tables(context)
    .insertInto('money.aid_declaration')
    .values({ id: randomUUID(), organisation_id: organisationId, org_number: orgNumber, dated, others_cents: othersCents, seen_on: seenOn, seen_by: seenBy, recorded_at: context.clock.now(), recorded_by: actorName(context.actor) })
    .execute();
}

/** What has been granted the recipient, the newest first. */
export async function aidTo(context: Context, { organisationId, orgNumber }: Recipient): Promise<Aid[]> {
  const rows = await tables(context).selectFrom('money.aid').where('organisation_id', '=', organisationId).where('org_number', '=', orgNumber).selectAll().orderBy('granted_on', 'desc').orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, what: row.what, grantedOn: row.granted_on, ore: row.ore, rate: row.rate, rateOn: row.rate_on, recordedAt: row.recorded_at, recordedBy: row.recorded_by, withdrawnAt: row.withdrawn_at }));
}

export async function declarationsBy(context: Context, { organisationId, orgNumber }: Recipient): Promise<AidDeclaration[]> {
  const rows = await tables(context).selectFrom('money.aid_declaration').where('organisation_id', '=', organisationId).where('org_number', '=', orgNumber).selectAll().orderBy('dated').execute();
  return rows.map((row) => ({ id: row.id, dated: row.dated, othersCents: row.others_cents, seenOn: row.seen_on, seenBy: row.seen_by, recordedAt: row.recorded_at }));
}
