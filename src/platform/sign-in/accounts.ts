import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { type Language, tables } from './tables.ts';

/** Somebody who can sign in. */
export interface Account {
  id: string;
  name: string;
  email: string;
  language: Language | null;
}

const accounts = (house: Context) => tables(house).selectFrom('sign_in.holder').select(['id', 'name', 'email', 'language']);

/**
 * The account of an address that somebody has shown to be theirs; a new one where there is none. Asked twice at the same
 * time there is one all the same. A name that is known stays.
 */
export async function openAccount(house: Context, { name, email }: { name: string; email: string }): Promise<Account> {
  const at = house.clock.now();
  await tables(house)
    .insertInto('sign_in.holder')
    .values({ id: randomUUID(), name, email: email.toLowerCase(), email_verified: true, language: null, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
  return accounts(house).where('email', '=', email.toLowerCase()).executeTakeFirstOrThrow();
}

export async function accountOf(house: Context, id: string): Promise<Account | null> {
  return (await accounts(house).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Those of the accounts that there are. */
export async function accountsOf(house: Context, ids: string[]): Promise<Account[]> {
  return ids.length > 0 ? accounts(house).where('id', 'in', ids).execute() : [];
}

export async function accountWithAddress(house: Context, email: string): Promise<Account | null> {
  return (await accounts(house).where('email', '=', email.toLowerCase()).executeTakeFirst()) ?? null;
}

/** The language in which the person lands after signing in and is written to; null is that of the page. */
export async function chooseLanguage(house: Context, id: string, language: Language | null): Promise<void> {
  await tables(house).updateTable('sign_in.holder').set({ language, updated_at: house.clock.now() }).where('id', '=', id).execute();
}

/** Closes accounts for good, with their sessions, keys and ties to a service. */
export async function closeAccounts(house: Context, ids: string[]): Promise<void> {
  if (ids.length > 0) await tables(house).deleteFrom('sign_in.holder').where('id', 'in', ids).execute();
}
