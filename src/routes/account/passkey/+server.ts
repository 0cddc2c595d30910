import { signInFirst } from '#platform/access/ask.ts';
import { keepPasskey } from '#platform/sign-in/passkeys.ts';
import { valueOr404 } from '../../answer.ts';
import { jsonAnswer, sentByOurScript } from '../../sign-in/json-answer.ts';
import type { RequestHandler } from './$types';

/** Keeps a key that the device has made. */
export const POST: RequestHandler = async (event) => {
  if (!event.locals.visitor) valueOr404(signInFirst());
  const { made, name } = await sentByOurScript(event);
  return jsonAnswer(await keepPasskey(event.locals.signIn, event.locals.visit, { made, name: String(name ?? '').trim() }));
};
