import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isId } from '#kernel/id.ts';
import * as m from '#messages';
import { chooseLanguage } from '#platform/sign-in/accounts.ts';
import { identitiesOf, untieIdentity } from '#platform/sign-in/identities.ts';
import { namePasskey, passkeysOf, removePasskey } from '#platform/sign-in/passkeys.ts';
import { endOtherSessions, endSession, sessionsOf } from '#platform/sign-in/sessions.ts';
import { address } from '#ui/address.ts';
import { inTheirLanguage } from '../sign-in/own-address.ts';
import { browserName } from './browser-name.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { signIn, visit, accountId, visitor } = own(locals);
  const [sessions, passkeys, identities] = await Promise.all([sessionsOf(signIn, accountId), passkeysOf(signIn, accountId), identitiesOf(signIn, accountId)]);
  return {
    visitor,
    provider: signIn.oidc?.name ?? null,
    passkeys,
    identities,
    sessions: sessions.map(({ browser, ...session }) => ({ ...session, browser: browserName(browser), isThis: session.id === visit.sessionId })),
    roles: locals.context.actor.kind === 'person' ? locals.context.actor.assignments : [],
  };
};

/** Whose account it is; the door has seen to it that somebody is there. */
function own({ signIn, visit, visitor }: App.Locals) {
  if (!visitor) error(401, m.refusal_access_sign_in_first());
  return { signIn, visit, visitor, accountId: visitor.accountId };
}

/** A form of the page: does it to the account's own, and goes back to its part of the page. */
const formOf = (part: string, act: (mine: ReturnType<typeof own>, form: FormData) => Promise<unknown>) => async (event: RequestEvent) => {
  await act(own(event.locals), await event.request.formData());
  redirect(303, `${address('/account')}#${part}`);
};

/** The same about one thing among several. What is not one's own is not there. */
const formOfOne = (part: string, act: (mine: ReturnType<typeof own>, id: string, form: FormData) => Promise<unknown>) =>
  formOf(part, (mine, form) => {
    const id = String(form.get('id') ?? '');
    if (!isId(id)) error(404, m.error_not_found());
    return act(mine, id, form);
  });

export const actions: Actions = {
  endSession: formOfOne('sessions', ({ signIn, accountId }, sessionId) => endSession(signIn, { accountId, sessionId })),
  endOthers: formOf('sessions', ({ signIn, accountId, visit }) => endOtherSessions(signIn, { accountId, sessionId: visit.sessionId })),
  nameKey: formOfOne('keys', ({ signIn, accountId }, passkeyId, form) => namePasskey(signIn, { accountId, passkeyId, name: String(form.get('name') ?? '').trim() })),
  removeKey: formOfOne('keys', ({ signIn, accountId }, passkeyId) => removePasskey(signIn, { accountId, passkeyId })),
  untie: formOfOne('provider', ({ signIn, accountId }, identityId) => untieIdentity(signIn, { accountId, identityId })),
  language: async ({ locals, request }) => {
    const { signIn, accountId, visit } = own(locals);
    const chosen = String((await request.formData()).get('language') ?? '');
    const language = chosen === 'sv' || chosen === 'en' ? chosen : null;
    await chooseLanguage(signIn.house, accountId, language);
    redirect(303, `${inTheirLanguage('/account', language, visit.origin)}#language`);
  },
};
