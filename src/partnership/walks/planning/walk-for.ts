import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Walk } from '../model.ts';
import { findWalk } from '../store/walks.server.ts';

/** The walk, to whom the policy lets have it in its partnership. */
export async function walkFor(context: Context, policy: Policy, walkId: string): Promise<Outcome<Walk>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  if (!walk) return refuse('not-found', 'walks.not-found');
  const asked = await ask(context, policy, walk.agreementId);
  return asked.ok ? done(walk) : asked;
}
