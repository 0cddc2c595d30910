import { redirect } from '@sveltejs/kit';
import { receiveAnswer } from '#partnership/signing';
import { address } from '#ui/address.ts';
import { valueOr404 } from '../../answer.ts';
import type { RequestHandler } from './$types';

/**
 * Where the signing service sends people back by a form of its own. A browser brings no session along from another's page, so
 * the answer is kept and the visitor goes on to a page that they ask for themselves. What it is worth is found out there.
 */
export const POST: RequestHandler = async ({ locals: { signIn }, request }) => {
  const form = await request.formData();
  const answer = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const { signatoryId } = valueOr404(await receiveAnswer(signIn.house, answer));
  redirect(303, address(`/sign/${signatoryId}/back`));
};
