import { redirect, type RequestEvent } from '@sveltejs/kit';
import { accountOf } from '#platform/sign-in/accounts.ts';
import { inTheirLanguage, ownAddress } from './own-address.ts';

/** Leads somebody who has just signed in to where they wanted to go, in their language. */
export async function land({ locals: { signIn, visit } }: RequestEvent, { accountId, to }: { accountId: string; to: string | null | undefined }): Promise<never> {
  const account = await accountOf(signIn.house, accountId);
  redirect(303, inTheirLanguage(ownAddress(to, visit.origin), account?.language ?? null, visit.origin));
}
