import { ask } from '#platform/access/ask.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { agreed, undecided } from '../review.ts';
import { mayDraftAgreement } from '../policy.ts';
import { factViews } from '../queries.ts';
import * as store from '../store.server.ts';

/** Puts a reviewed agreement to use, once. Refused while a fact waits for a decision or there are not two parties. */
export async function commence(
  context: Context,
  { agreementId, caseNumber }: { agreementId: string; caseNumber: string | null },
): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    await store.holdAgreement(inside, agreementId);
    if (!(await store.findAgreement(inside, agreementId))) return refuse('not-found', 'agreement.not-found');
    const facts = await factViews(inside, agreementId);
    const left = undecided(facts).length;
    if (left > 0) return refuse('conflict', 'agreement.facts-undecided', { facts: { count: left } });
    if (agreed(facts).filter(({ kind }) => kind === 'party').length < 2) return refuse('conflict', 'agreement.fewer-than-two-parties');
    const first = await store.insertCommencement(inside, agreementId, caseNumber?.trim() || null, actorName(inside.actor));
    if (!first) return refuse('conflict', 'agreement.commenced-already');
    await witness(inside, { what: 'agreement.commenced', agreementId });
    return done({ agreementId });
  });
}
