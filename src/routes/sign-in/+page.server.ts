import { redirect } from '@sveltejs/kit';
import { accountOf } from '#platform/sign-in/accounts.ts';
import { askForLink, letIn } from '#platform/sign-in/mail-link.ts';
import { address } from '#ui/address.ts';
import { castMembers } from '../../demo-cast.ts';
import { refused } from '../answer.ts';
import { land } from './land.ts';
import { ownAddress } from './own-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { signIn, visit, demo, context }, url }) => {
  const to = ownAddress(url.searchParams.get('to'), visit.origin);
  if (context.actor.kind === 'person') redirect(303, to);
  return { to, provider: signIn.oidc?.name ?? null, cast: demo ? await castMembers(signIn.house) : [] };
};

export const actions: Actions = {
  link: async ({ locals: { signIn, visit }, request }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const to = encodeURIComponent(ownAddress(String(form.get('to') ?? ''), visit.origin));
    const page = visit.origin + address('/sign-in/link');
    const asked = await askForLink(signIn, visit, { email, linkFor: (token) => `${page}?token=${token}&to=${to}` });
    if (!asked.ok) return refused(asked.refusals, { email });
    redirect(303, `${address('/sign-in/sent')}?to=${to}`);
  },

  demo: async (event) => {
    const { signIn, visit, demo } = event.locals;
    const form = await event.request.formData();
    const chosen = String(form.get('person') ?? '');
    const member = demo ? (await castMembers(signIn.house)).find(({ accountId }) => accountId === chosen) : undefined;
    const account = member && (await accountOf(signIn.house, member.accountId));
    if (!account) return refused([{ kind: 'invalid', code: 'access.not-found' }]);
    const { accountId } = await letIn(signIn, visit, account);
    return land(event, { accountId, to: String(form.get('to') ?? '') });
  },
};
