import type { Assurance } from '../actor.ts';
import { type Context, inTransaction } from '../context.ts';
import { witness } from '../journal.ts';
import { answered, headersFor } from './asking.ts';
import type { SignIn, Visit } from './sign-in.ts';
import { type Language, tables, type Way } from './tables.ts';

/** Who a request comes from, by the session that its cookie names. */
export interface Visitor {
  accountId: string;
  name: string;
  email: string;
  language: Language | null;
  assurance: Assurance;
}

/** Days after which a session ends however often it is used. */
const LONGEST_DAYS = 30;

/** The moment before which a session must not have begun. */
const longestAgo = ({ clock }: Context): Date => new Date(clock.now().getTime() - LONGEST_DAYS * 86_400_000);

/** Who asks, or null. Asked of the database every time: a session that has been ended elsewhere is ended here. */
export async function visitorOf(signIn: SignIn, visit: Visit): Promise<Visitor | null> {
  if (!visit.headers.get('cookie')?.includes('session_token')) return null;
  const found = await answered(visit, signIn.library(visit.origin).api.getSession({ headers: headersFor(visit), returnHeaders: true }));
  if (!found || found.session.createdAt <= longestAgo(signIn.house)) return null;
  const { user, session } = found;
  visit.sessionId = session.id;
  return { accountId: user.id, name: user.name, email: user.email, language: (user.language ?? null) as Language | null, assurance: session.assurance as Assurance };
}

/** A session as its owner sees it. */
export interface KnownSession {
  id: string;
  way: Way;
  assurance: Assurance;
  network: string | null;
  browser: string | null;
  since: Date;
}

/** The account's sessions that can still be used, newest first. */
export async function sessionsOf({ house }: SignIn, accountId: string): Promise<KnownSession[]> {
  return tables(house)
    .selectFrom('sign_in.session')
    .select(['id', 'way', 'assurance', 'ip_address as network', 'user_agent as browser', 'created_at as since'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', house.clock.now())
    .where('created_at', '>', longestAgo(house))
    .orderBy('created_at', 'desc')
    .execute();
}

/** Ends one session at once, of this account alone where one is named. False where there is no such. */
export async function endSession({ house }: SignIn, { accountId, sessionId }: { accountId: string | null; sessionId: string }): Promise<boolean> {
  const ending = tables(house).deleteFrom('sign_in.session').where('id', '=', sessionId);
  const { numDeletedRows } = await (accountId ? ending.where('account_id', '=', accountId) : ending).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Throws away the sessions that have ended by themselves. */
export async function tidySessions(house: Context): Promise<void> {
  await tables(house)
    .deleteFrom('sign_in.session')
    .where((where) => where.or([where('expires_at', '<', house.clock.now()), where('created_at', '<=', longestAgo(house))]))
    .execute();
}

/** Ends every session of the account but this one, where one is named. Gives how many they were. */
export async function endOtherSessions({ house }: SignIn, { accountId, sessionId }: { accountId: string; sessionId: string | null }): Promise<number> {
  return inTransaction(house, async (inside) => {
    const { numDeletedRows } = await tables(inside).deleteFrom('sign_in.session').where('account_id', '=', accountId).where('id', 'is distinct from', sessionId).executeTakeFirstOrThrow();
    await witness(inside, { what: 'sign-in.other-sessions-ended', agreementId: null, facts: { accountId, sessions: Number(numDeletedRows) } });
    return Number(numDeletedRows);
  });
}

/** Ends the session that the request came with, and takes its cookie back. */
export async function signOut(signIn: SignIn, visit: Visit): Promise<void> {
  await answered(visit, signIn.library(visit.origin).api.signOut({ headers: headersFor(visit), returnHeaders: true }));
}
