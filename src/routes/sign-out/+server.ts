import { redirect } from '@sveltejs/kit';
import { signOut } from '#platform/sign-in/sessions.ts';
import { address } from '#ui/address.ts';
import type { RequestHandler } from './$types';

/** Signing out is a deed, not an address that something may open beforehand. */
export const POST: RequestHandler = async ({ locals: { signIn, visit } }) => {
  await signOut(signIn, visit);
  redirect(303, address('/'));
};
