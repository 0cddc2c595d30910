import { redirect } from '@sveltejs/kit';
import { address } from '#ui/address.ts';
import { comeBackAndSeal } from '../../../../reactions/signing.ts';
import { valueOr404, wordsOf } from '../../../answer.ts';
import type { PageServerLoad } from './$types';

/** Finishes what somebody went to the signing service for. Asked for once more it changes nothing. */
export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const outcome = await comeBackAndSeal(context, { signatoryId: params.signature, house: url.origin });
  if (outcome.ok) redirect(303, address(`/sign/${params.signature}?done=signed`));
  const [refusal] = outcome.refusals;
  // What is another's to sign is not there; all else is told, with the way back.
  if (refusal.kind === 'not-found' || refusal.kind === 'unauthenticated') valueOr404(outcome);
  return { why: wordsOf(refusal).words, page: address(`/sign/${params.signature}`) };
};
