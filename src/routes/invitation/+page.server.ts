import { redirect } from '@sveltejs/kit';
import { acceptInvitation, invitationOf } from '#partnership/people';
import { openAccount } from '#platform/sign-in/accounts.ts';
import { within } from '#platform/sign-in/limits.ts';
import { letIn } from '#platform/sign-in/mail-link.ts';
import { address } from '#ui/address.ts';
import { refused } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Shows what somebody is invited to. Opening the letter's link uses nothing up: its button does. */
export const load: PageServerLoad = async ({ locals: { signIn }, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const secret = url.searchParams.get('secret') ?? '';
  const found = await invitationOf(signIn.house, secret);
  return { secret, invitation: found.ok ? found.value : null };
};

export const actions: Actions = {
  default: async ({ locals: { signIn, visit }, request }) => {
    const form = await request.formData();
    const secret = String(form.get('secret') ?? '');
    const name = String(form.get('name') ?? '').trim();
    const allowed = await within(signIn, 'invitation', { network: visit.network });
    if (!allowed.ok) return refused(allowed.refusals, { name });
    if (name === '' || name.length > 200) return refused([{ kind: 'invalid', code: 'people.name-not-understood', path: 'name' }], { name });
    const found = await invitationOf(signIn.house, secret);
    if (!found.ok) return refused(found.refusals, { name });
    // The letter was sent to the address, so whoever has its secret has shown that it is theirs.
    const account = await openAccount(signIn.house, { name, email: found.value.email });
    const accepted = await acceptInvitation(signIn.house, { secret, accountId: account.id, name: account.name });
    if (!accepted.ok) return refused(accepted.refusals, { name });
    await letIn(signIn, visit, account);
    const { agreementId } = accepted.value;
    redirect(303, address(agreementId ? `/partnerships/${agreementId}` : '/'));
  },
};
