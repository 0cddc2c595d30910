import { redirect } from '@sveltejs/kit';
import { claimSignatory, signatoryOfLetter } from '#partnership/signing';
import { accountWithAddress, openAccount } from '#platform/sign-in/accounts.ts';
import { within } from '#platform/sign-in/limits.ts';
import { letIn } from '#platform/sign-in/mail-link.ts';
import { address } from '#ui/address.ts';
import { refused } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * Where the letter's link leads. Opening it uses nothing up: its button does. Whoever has an account, or has come to be
 * known as this signatory, signs in as always; the link lets in only those whom nobody knows yet.
 */
export const load: PageServerLoad = async ({ locals: { signIn, visitor }, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const secret = url.searchParams.get('secret') ?? '';
  const found = await signatoryOfLetter(signIn.house, secret);
  if (!found.ok) return { secret, asked: null };
  const { signatory, title, organisation } = found.value;
  const page = address(`/sign/${signatory.id}`);
  if (visitor?.email.toLowerCase() === signatory.email) redirect(303, page);
  if (signatory.accountId || (await accountWithAddress(signIn.house, signatory.email))) redirect(303, `${address('/sign-in')}?to=${encodeURIComponent(page)}`);
  return { secret, asked: { name: signatory.name, email: signatory.email, title, organisation } };
};

export const actions: Actions = {
  default: async ({ locals: { signIn, visit }, request }) => {
    const secret = String((await request.formData()).get('secret') ?? '');
    const allowed = await within(signIn, 'invitation', { network: visit.network });
    if (!allowed.ok) return refused(allowed.refusals);
    const found = await signatoryOfLetter(signIn.house, secret);
    if (!found.ok) return refused(found.refusals);
    const { id, name, email, accountId } = found.value.signatory;
    const page = address(`/sign/${id}`);
    if (accountId || (await accountWithAddress(signIn.house, email))) redirect(303, `${address('/sign-in')}?to=${encodeURIComponent(page)}`);
    // The letter was sent to the address, so whoever has its secret has shown that it is theirs.
    const account = await openAccount(signIn.house, { name, email });
    await claimSignatory(signIn.house, { signatoryId: id, accountId: account.id, email: account.email });
    await letIn(signIn, visit, account);
    redirect(303, page);
  },
};
