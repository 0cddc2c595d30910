import { linkIsGood, useLink } from '#platform/sign-in/mail-link.ts';
import { refused } from '../../answer.ts';
import { land } from '../land.ts';
import { ownAddress } from '../own-address.ts';
import type { Actions, PageServerLoad } from './$types';

/** Programs that guard mailboxes open every link in a letter, so opening it uses nothing up: its button does. */
export const load: PageServerLoad = async ({ locals: { signIn, visit }, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const token = url.searchParams.get('token') ?? '';
  return { token, to: ownAddress(url.searchParams.get('to'), visit.origin), good: await linkIsGood(signIn, token) };
};

export const actions: Actions = {
  default: async (event) => {
    const { signIn, visit } = event.locals;
    const form = await event.request.formData();
    const used = await useLink(signIn, visit, String(form.get('token') ?? ''));
    if (!used.ok) return refused(used.refusals);
    return land(event, { accountId: used.value.accountId, to: String(form.get('to') ?? '') });
  },
};
