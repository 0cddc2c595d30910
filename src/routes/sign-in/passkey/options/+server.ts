import { passkeyAsked } from '#platform/sign-in/passkeys.ts';
import { jsonAnswer, sentByOurScript } from '../../json-answer.ts';
import type { RequestHandler } from './$types';

/** What the browser needs to ask the device for a key. */
export const POST: RequestHandler = async (event) => {
  await sentByOurScript(event);
  return jsonAnswer(await passkeyAsked(event.locals.signIn, event.locals.visit));
};
