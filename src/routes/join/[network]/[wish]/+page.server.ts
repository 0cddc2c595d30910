import { redirect } from '@sveltejs/kit';
import { ownWish } from '#partnership/walks';
import { within } from '#platform/sign-in/limits.ts';
import { address } from '#ui/address.ts';
import { changeGroupAndTell } from '../../../../reactions/finding-walkers.ts';
import { refused, valueOr404 } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Shows whoever has the link which group they wait for. The house answers for itself: they are nobody yet. */
export const load: PageServerLoad = async ({ locals: { signIn }, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return { slug: params.network, wish: valueOr404(await ownWish(signIn.house, { slug: params.network, key: params.wish })) };
};

export const actions: Actions = {
  change: async ({ locals: { signIn, visit }, params, request, url }) => {
    // A link that nobody has is no try of anybody's.
    valueOr404(await ownWish(signIn.house, { slug: params.network, key: params.wish }));
    const groupId = String((await request.formData()).get('group') ?? '');
    const allowed = await within(signIn, 'ask-to-walk', { network: visit.network, account: params.wish });
    if (!allowed.ok) return refused(allowed.refusals);
    const outcome = await changeGroupAndTell(signIn.house, { slug: params.network, key: params.wish, groupId, origin: url.origin });
    if (!outcome.ok) return refused(outcome.refusals);
    redirect(303, address(url.pathname.replace(/^\/en(?=\/)/, '')));
  },
};
