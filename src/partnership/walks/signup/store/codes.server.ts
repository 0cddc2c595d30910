import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '../../model.ts';
import { tables } from './rows.server.ts';

/** Times that one code may be tried. */
const TRIES = 5;

/** Somebody who has been sent a code. */
export interface Asked {
  id: string;
  walkId: string;
  groupId: string | null;
  name: string;
  phone: string;
  /** The language of the page where they asked. */
  language: Language;
}

/** Keeps what somebody has said until they show the code. */
export async function insertAsked(context: Context, { id, walkId, groupId, ...said }: Asked, code: { hash: string; expiresAt: Date }): Promise<void> {
  await tables(context)
    .insertInto('walks.signup_code')
    .values({ id, walk_id: walkId, group_id: groupId, ...said, code_hash: code.hash, made_at: context.clock.now(), expires_at: code.expiresAt, tries: 0, used_at: null })
    .execute();
}

/** Counts one more try, in one statement; null where the code has been used, has run out or has been tried enough. */
export async function tryCode(context: Context, id: string): Promise<(Asked & { codeHash: string; left: number }) | null> {
  const row = await tables(context)
    .updateTable('walks.signup_code')
    .set({ tries: sql`tries + 1` })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', context.clock.now())
    .where('tries', '<', TRIES)
    .returning(['id', 'walk_id', 'group_id', 'name', 'phone', 'language', 'code_hash', 'tries'])
    .executeTakeFirst();
  return row ? { id: row.id, walkId: row.walk_id, groupId: row.group_id, name: row.name, phone: row.phone, language: row.language, codeHash: row.code_hash, left: TRIES - row.tries } : null;
}

/** The code has done its work: what was said with it is kept here no longer. */
export async function forgetAsked(context: Context, id: string): Promise<void> {
  await tables(context).deleteFrom('walks.signup_code').where('id', '=', id).execute();
}

/** Throws away what was said with codes that have run out. */
export async function forgetOldCodes(context: Context): Promise<void> {
  await tables(context).deleteFrom('walks.signup_code').where('expires_at', '<=', context.clock.now()).execute();
}
