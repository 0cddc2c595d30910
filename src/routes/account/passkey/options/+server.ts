import { signInFirst } from '#platform/access/ask.ts';
import { passkeyToBe } from '#platform/sign-in/passkeys.ts';
import { valueOr404 } from '../../../answer.ts';
import { jsonAnswer, sentByOurScript } from '../../../sign-in/json-answer.ts';
import type { RequestHandler } from './$types';

/** What the browser needs to have the device make a key. */
export const POST: RequestHandler = async (event) => {
  if (!event.locals.visitor) valueOr404(signInFirst());
  await sentByOurScript(event);
  return jsonAnswer(await passkeyToBe(event.locals.signIn, event.locals.visit));
};
