import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';

type FeedTables = {
  'commitments.feed': { id: string; account_id: string; agreement_id: string | null; secret_hash: string; made_at: Date; revoked_at: Date | null };
  'commitments.plan': { agreement_id: string; title: string | null };
};

const tables = (context: Context) => context.database.withTables<FeedTables>();

/** A calendar address that works; its secret is not kept. */
export interface Feed {
  id: string;
  /** Null where it is of all partnerships. */
  agreementId: string | null;
  partnership: string | null;
  madeAt: Date;
}

export async function insertFeed(context: Context, { accountId, agreementId, secretHash }: { accountId: string; agreementId: string | null; secretHash: string }): Promise<string> {
  const id = randomUUID();
  await tables(context)
    .insertInto('commitments.feed')
    .values({ id, account_id: accountId, agreement_id: agreementId, secret_hash: secretHash, made_at: context.clock.now(), revoked_at: null })
    .execute();
  return id;
}

/** Ends the account's address of this partnership, or, with null, of all. */
export async function revokeFeedOf(context: Context, accountId: string, agreementId: string | null): Promise<void> {
  await working(context, accountId).where('agreement_id', agreementId === null ? 'is' : '=', agreementId).execute();
}

/** Ends one address. False when the account has no such that works. */
export async function revokeFeed(context: Context, accountId: string, id: string): Promise<boolean> {
  const result = await working(context, accountId).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

const working = (context: Context, accountId: string) =>
  tables(context).updateTable('commitments.feed').set({ revoked_at: context.clock.now() }).where('account_id', '=', accountId).where('revoked_at', 'is', null);

export async function feedsOf(context: Context, accountId: string): Promise<Feed[]> {
  const rows = await tables(context)
    .selectFrom('commitments.feed as f')
    .leftJoin('commitments.plan as p', 'p.agreement_id', 'f.agreement_id')
    .where('f.account_id', '=', accountId)
    .where('f.revoked_at', 'is', null)
    .select(['f.id', 'f.agreement_id', 'p.title', 'f.made_at'])
    .orderBy('f.made_at')
    .execute();
  return rows.map(({ id, agreement_id, title, made_at }) => ({ id, agreementId: agreement_id, partnership: title, madeAt: made_at }));
}

/** Whose address has this secret and what it is of; null where none that works has. For the house: nobody has signed in. */
export async function feedWith(context: Context, secretHash: string): Promise<{ accountId: string; agreementId: string | null } | null> {
  const row = await tables(context).selectFrom('commitments.feed').where('secret_hash', '=', secretHash).where('revoked_at', 'is', null).select(['account_id', 'agreement_id']).executeTakeFirst();
  return row ? { accountId: row.account_id, agreementId: row.agreement_id } : null;
}
