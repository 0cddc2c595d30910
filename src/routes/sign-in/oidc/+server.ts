import { redirect } from '@sveltejs/kit';
import { beginOidc } from '#platform/sign-in/oidc.ts';
import { valueOr404 } from '../../answer.ts';
import { ownAddress } from '../own-address.ts';
import type { RequestHandler } from './$types';

/** Sends somebody to the provider; a link, since a form may not lead out of the house. Whoever has signed in can tie their identity there to the account. */
export const GET: RequestHandler = async ({ locals: { signIn, visit, visitor }, url }) => {
  const to = ownAddress(url.searchParams.get('to'), visit.origin);
  const begun = valueOr404(await beginOidc(signIn, visit, { to, link: visitor !== null && url.searchParams.has('tie') }));
  redirect(303, begun.url, { external: [new URL(begun.url).origin] });
};
