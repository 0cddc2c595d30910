import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { organisationsNamed } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { declaresFor, maySetCourse } from '../policy.ts';
import { haveAllAgreed } from '../rules/parties.ts';
import * as store from '../store/endings.server.ts';

/**
 * Keeps that the actor's party agrees to withdraw a notice or a rescission. When every party has agreed it no longer stands,
 * and the agreement goes on as if it had not been given; what was done meanwhile stays done.
 */
export async function agreeToWithdraw(
  context: Context,
  { agreementId, kind, endingId }: { agreementId: string; kind: 'notice' | 'rescission'; endingId: string },
): Promise<Outcome<{ agreementId: string; withdrawn: boolean }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const party = declaresFor(context.actor, asked.value);
  if (!party) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    if (!(await store.holdEnding(inside, agreementId, kind, endingId))) return refuse('conflict', 'governance.ending-not-found');
    if (!(await store.insertWithdrawal(inside, agreementId, endingId, party.id))) return refuse('conflict', 'governance.agreed-already');
    await witness(inside, { what: 'governance.withdrawal-agreed', agreementId, facts: { endingId, organisationId: party.id } });
    const agreed = (await store.withdrawalsOf(inside, [endingId])).map(({ organisation }) => organisation);
    const withdrawn = haveAllAgreed(await organisationsNamed(inside, asked.value.organisationIds), agreed);
    if (withdrawn) {
      await store.withdraw(inside, kind, endingId);
      await witness(inside, { what: WITHDRAWN[kind], agreementId, facts: { endingId } });
    }
    return done({ agreementId, withdrawn });
  });
}

const WITHDRAWN = { notice: 'governance.notice-withdrawn', rescission: 'governance.rescission-withdrawn' } as const;
