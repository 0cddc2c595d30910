import type { RequestEvent } from '@sveltejs/kit';
import { sessionsOf } from '#platform/sign-in/sessions.ts';
import type { SignedIn } from '#pure/signing';

/** How and when the one who asks has signed in, by the session the request came with; null where there is none. */
export async function signedInBy({ signIn, visit, visitor }: RequestEvent['locals']): Promise<SignedIn | null> {
  const session = visitor && visit.sessionId ? (await sessionsOf(signIn, visitor.accountId)).find(({ id }) => id === visit.sessionId) : null;
  return session ? { by: session.way, at: session.since } : null;
}
