import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import * as m from '#messages';
import { inTransaction } from '../context.ts';
import { witness } from '../journal.ts';
import { queueMail } from '../mail/outbox.ts';
import { accountOf } from './accounts.ts';
import { answered, headersFor } from './asking.ts';
import { within } from './limits.ts';
import { endSession } from './sessions.ts';
import type { SignIn, Visit } from './sign-in.ts';
import { tables } from './tables.ts';

/** A key of a device, as its owner sees it. */
export interface KnownPasskey {
  id: string;
  name: string | null;
  since: Date;
}

export const passkeysOf = ({ house }: SignIn, accountId: string): Promise<KnownPasskey[]> =>
  tables(house).selectFrom('sign_in.passkey').select(['id', 'name', 'created_at as since']).where('account_id', '=', accountId).orderBy('created_at').execute();

/** What a browser needs to make a key for whoever is signed in; refused where they signed in more than an hour ago. */
export async function passkeyToBe(signIn: SignIn, visit: Visit): Promise<Outcome<object>> {
  const asked = signIn.library(visit.origin).api.generatePasskeyRegistrationOptions({ headers: headersFor(visit), returnHeaders: true });
  const options = await answered(visit, asked);
  return options ? done(options) : refuse('forbidden', 'sign-in.not-fresh');
}

/** Keeps a key that a browser has made, and tells its owner by mail: whoever has the mailbox for an hour should not have the account for ever unseen. */
export async function keepPasskey(signIn: SignIn, visit: Visit, { made, name }: { made: unknown; name: string }): Promise<Outcome<null>> {
  const asked = signIn.library(visit.origin).api.verifyPasskeyRegistration({ body: { response: made, name: name.slice(0, 80) }, headers: headersFor(visit), returnHeaders: true });
  const kept = await answered(visit, asked);
  if (!kept) return refuse('invalid', 'sign-in.passkey-not-understood');
  const account = await accountOf(signIn.house, kept.userId);
  await inTransaction(signIn.house, async (inside) => {
    await witness(inside, { what: 'sign-in.passkey-added', agreementId: null, facts: { accountId: kept.userId } });
    if (account) await queueMail(inside, { to: account.email, subject: m.mail_passkey_subject(), text: m.mail_passkey_text({ name: account.name, passkey: name, address: visit.origin }), kind: 'sign-in.passkey-added' });
  });
  return done(null);
}

/** What a browser needs to sign in with a key. It names nobody's keys: the device knows its own. */
export async function passkeyAsked(signIn: SignIn, visit: Visit): Promise<Outcome<object>> {
  const allowed = await within(signIn, 'passkey', { network: visit.network });
  if (!allowed.ok) return allowed;
  const options = await answered(visit, signIn.library(visit.origin).api.generatePasskeyAuthenticationOptions({ headers: headersFor(visit), returnHeaders: true }));
  return options ? done({ ...options, userVerification: 'required' }) : refuse('invalid', 'sign-in.passkey-not-understood');
}

/** Signs in whoever's key answered, where it asked for a finger, a face or a code. */
export async function usePasskey(signIn: SignIn, visit: Visit, answer: AuthenticationResponseJSON): Promise<Outcome<{ accountId: string }>> {
  const before = visit.sessionId;
  const asked = signIn.library(visit.origin).api.verifyPasskeyAuthentication({ body: { response: answer }, headers: headersFor(visit), returnHeaders: true });
  const entered = await answered(visit, asked);
  if (!entered) return refuse('invalid', 'sign-in.passkey-not-understood');
  if (before) await endSession(signIn, { accountId: null, sessionId: before });
  return done({ accountId: entered.user.id });
}

/** Calls one of the account's keys something else. */
export async function namePasskey({ house }: SignIn, { accountId, passkeyId, name }: { accountId: string; passkeyId: string; name: string }): Promise<boolean> {
  const { numUpdatedRows } = await tables(house).updateTable('sign_in.passkey').set({ name: name.slice(0, 80) }).where('id', '=', passkeyId).where('account_id', '=', accountId).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Takes one of the account's keys away: it lets nobody in again. */
export async function removePasskey({ house }: SignIn, { accountId, passkeyId }: { accountId: string; passkeyId: string }): Promise<boolean> {
  return inTransaction(house, async (inside) => {
    const { numDeletedRows } = await tables(inside).deleteFrom('sign_in.passkey').where('id', '=', passkeyId).where('account_id', '=', accountId).executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) await witness(inside, { what: 'sign-in.passkey-removed', agreementId: null, facts: { accountId } });
    return numDeletedRows > 0n;
  });
}
