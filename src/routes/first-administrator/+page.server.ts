import { redirect } from '@sveltejs/kit';
import { firstKeyIsGood } from '#platform/sign-in/first-administrator.ts';
import { within } from '#platform/sign-in/limits.ts';
import { letIn } from '#platform/sign-in/mail-link.ts';
import { address } from '#ui/address.ts';
import { beginAdministration } from '../../first-administrator.ts';
import { refused } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link from the terminal uses nothing up: its form does. */
export const load: PageServerLoad = async ({ locals: { signIn }, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const token = url.searchParams.get('token') ?? '';
  return { token, good: await firstKeyIsGood(signIn.house, token) };
};

export const actions: Actions = {
  default: async ({ locals: { signIn, visit }, request }) => {
    const typed = Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]));
    const { secret: _secret, ...shown } = typed;
    const allowed = await within(signIn, 'first-administrator', { network: visit.network });
    if (!allowed.ok) return refused(allowed.refusals, shown);
    const begun = await beginAdministration(signIn.house, typed);
    if (!begun.ok) return refused(begun.refusals, shown);
    await letIn(signIn, visit, begun.value);
    redirect(303, address('/'));
  },
};
