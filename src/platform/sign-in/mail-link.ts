import { createHash } from 'node:crypto';
import { z } from 'zod';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import * as m from '#messages';
import { queueMail } from '../mail/outbox.ts';
import { accountWithAddress, openAccount } from './accounts.ts';
import { answered, headersFor } from './asking.ts';
import { inEvenTime } from './in-even-time.ts';
import { LINK_MINUTES } from './library.ts';
import { within } from './limits.ts';
import { type Sending, withSending } from './sending.ts';
import { endSession } from './sessions.ts';
import type { SignIn, Visit } from './sign-in.ts';
import { tables } from './tables.ts';

const address = z.email().max(320);

/**
 * Sends a link to whoever has an account with this address. The answer and its time are the same where nobody has.
 * `linkFor` makes the link of its token.
 */
export async function askForLink(signIn: SignIn, visit: Visit, { email, linkFor }: { email: string; linkFor: (token: string) => string }): Promise<Outcome<null>> {
  const typed = address.safeParse(email.trim());
  if (!typed.success) return refuse('invalid', 'sign-in.address-not-understood', { path: 'email' });
  return inEvenTime(async () => {
    const allowed = await within(signIn, 'ask-for-link', { network: visit.network, account: typed.data });
    if (!allowed.ok) return allowed;
    const account = await accountWithAddress(signIn.house, typed.data);
    await makeLink(signIn, visit, typed.data, async (token) => {
      if (!account) return;
      const words = { name: account.name, address: linkFor(token), minutes: LINK_MINUTES };
      await queueMail(signIn.house, { to: account.email, subject: m.mail_link_subject(), text: m.mail_link_text(words), kind: 'sign-in.link' });
    });
    return done(null);
  });
}

/** Whether a link can still be used. Asking does not use it: programs that guard mailboxes open links too. */
export async function linkIsGood({ house }: SignIn, token: string): Promise<boolean> {
  const identifier = createHash('sha256').update(token).digest('base64url');
  const row = await tables(house).selectFrom('sign_in.token').select('id').where('identifier', '=', identifier).where('expires_at', '>', house.clock.now()).executeTakeFirst();
  return row !== undefined;
}

/** Signs in whoever the link was sent to, once: of many who use it at the same time, one. */
export async function useLink(signIn: SignIn, visit: Visit, token: string): Promise<Outcome<{ accountId: string }>> {
  const allowed = await within(signIn, 'use-link', { network: visit.network });
  if (!allowed.ok) return allowed;
  const before = visit.sessionId;
  const entered = await answered(visit, signIn.library(visit.origin).api.magicLinkVerify({ query: { token }, headers: headersFor(visit), returnHeaders: true }));
  if (!entered) return refuse('conflict', 'sign-in.link-spent');
  if (before) await endSession(signIn, { accountId: null, sessionId: before });
  return done({ accountId: entered.user.id });
}

/**
 * Signs in somebody whose address has been proved by another letter: an invitation, or the terminal of the house. Opens an
 * account where there is none. The link is made and used in the same breath.
 */
export async function letIn(signIn: SignIn, visit: Visit, person: { name: string; email: string }): Promise<{ accountId: string }> {
  const account = await openAccount(signIn.house, person);
  let link = '';
  await makeLink(signIn, visit, account.email, async (token) => void (link = token));
  const entered = await useLink(signIn, visit, link);
  if (!entered.ok) throw new Error('A link that was just made was not good');
  return entered.value;
}

async function makeLink(signIn: SignIn, visit: Visit, email: string, send: Sending): Promise<void> {
  await signIn.library(visit.origin).api.signInMagicLink({ body: { email, metadata: withSending(send) }, headers: headersFor(visit) });
}
