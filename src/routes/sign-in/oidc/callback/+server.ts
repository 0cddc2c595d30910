import { redirect } from '@sveltejs/kit';
import { endOidc } from '#platform/sign-in/oidc.ts';
import { address } from '#ui/address.ts';
import { valueOr404 } from '../../../answer.ts';
import { ownAddress } from '../../own-address.ts';
import type { RequestHandler } from './$types';

/** Where the provider sends people back. */
export const GET: RequestHandler = async ({ locals: { signIn, visit }, url }) => {
  const ended = await endOidc(signIn, visit, Object.fromEntries(url.searchParams));
  if (!ended.ok && ended.refusals[0].code === 'sign-in.not-invited') redirect(303, address('/sign-in/not-invited'));
  redirect(303, ownAddress(valueOr404(ended).to, visit.origin));
};
