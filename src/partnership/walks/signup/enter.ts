import { done, type Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { Walk, WalkTask } from '../model.ts';
import type { SignedUp } from './model.ts';
import { refusedBy } from './refused.ts';
import { decideSignup } from './store/decide.server.ts';

/** Enters somebody on a walk or in its queue, as the database decides; asking twice gives what is already so. */
export async function enter(inside: Context, { walk, personId, task, phone }: { walk: Pick<Walk, 'id' | 'agreementId'>; personId: string; task: WalkTask; phone: string | null }): Promise<Outcome<SignedUp>> {
  const { result, signup_id, turn, place } = await decideSignup(inside, { walkId: walk.id, personId, task, phone });
  if (result !== 'placed' && result !== 'queued') return refusedBy(result);
  await witness(inside, { what: 'walks.signed-up', agreementId: walk.agreementId, facts: { walkId: walk.id, signupId: signup_id!, result } });
  return done({ result, signupId: signup_id!, turn: turn!, place });
}
