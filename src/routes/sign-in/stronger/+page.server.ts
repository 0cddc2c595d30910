import { redirect } from '@sveltejs/kit';
import { passkeysOf } from '#platform/sign-in/passkeys.ts';
import { address } from '#ui/address.ts';
import { ownAddress } from '../own-address.ts';
import type { PageServerLoad } from './$types';

/** The ways that say more surely who somebody is, for whoever has come a weaker one. */
export const load: PageServerLoad = async ({ locals: { signIn, visit, visitor }, url }) => {
  const to = ownAddress(url.searchParams.get('to'), visit.origin);
  if (!visitor) redirect(303, `${address('/sign-in')}?to=${encodeURIComponent(to)}`);
  return { to, provider: signIn.oidc?.name ?? null, keys: (await passkeysOf(signIn, visitor.accountId)).length };
};
