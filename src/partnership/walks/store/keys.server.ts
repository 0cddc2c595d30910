import type { Context } from '#platform/context.ts';
import { tables } from './rows.server.ts';

/** Keeps the hash of a telephone's key. */
export async function insertKey(context: Context, { secretHash, personId, expiresAt }: { secretHash: string; personId: string; expiresAt: Date }): Promise<void> {
  await tables(context).insertInto('walks.walker_key').values({ secret_hash: secretHash, person_id: personId, made_at: context.clock.now(), expires_at: expiresAt, ended_at: null }).execute();
}

/** Whose key it is; null of one that has ended or that nobody has given. */
export async function personOfKey(context: Context, secretHash: string): Promise<string | null> {
  const row = await tables(context)
    .selectFrom('walks.walker_key')
    .select('person_id')
    .where('secret_hash', '=', secretHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', context.clock.now())
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Whose key it was before it ended; null of one that nobody has given. */
export async function personOfEndedKey(context: Context, secretHash: string): Promise<string | null> {
  const row = await tables(context).selectFrom('walks.walker_key').select('person_id').where('secret_hash', '=', secretHash).executeTakeFirst();
  return row?.person_id ?? null;
}
