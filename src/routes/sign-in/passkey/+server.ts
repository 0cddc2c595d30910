import { json } from '@sveltejs/kit';
import { accountOf } from '#platform/sign-in/accounts.ts';
import { usePasskey } from '#platform/sign-in/passkeys.ts';
import { jsonAnswer, sentByOurScript } from '../json-answer.ts';
import { inTheirLanguage, ownAddress } from '../own-address.ts';
import type { RequestHandler } from './$types';

/** Lets in whoever's key has answered and says where to go on. */
export const POST: RequestHandler = async (event) => {
  const { signIn, visit } = event.locals;
  const { answer, to } = await sentByOurScript(event);
  const used = await usePasskey(signIn, visit, answer as Parameters<typeof usePasskey>[2]);
  if (!used.ok) return jsonAnswer(used);
  const account = await accountOf(signIn.house, used.value.accountId);
  return json({ go: inTheirLanguage(ownAddress(String(to), visit.origin), account?.language ?? null, visit.origin) });
};
