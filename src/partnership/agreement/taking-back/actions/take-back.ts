import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { mayDraftAgreement } from '../../policy.ts';
import { findHandedIn, holdAgreement } from '../../store.server.ts';
import { endTakingBack, insertTakingBack } from '../store.server.ts';

/**
 * Takes back what was handed in by mistake, or could not be read: it leaves every list and nothing can be decided in it. Only
 * until it commences; an agreement in use is ended. The file stays until its disposal has been decided.
 */
export async function takeBackAgreement(context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    await holdAgreement(inside, agreementId);
    const agreement = await findHandedIn(inside, agreementId);
    if (!agreement) return refuse('not-found', 'agreement.not-found');
    if (agreement.commencedAt) return refuse('conflict', 'agreement.commenced-not-taken-back');
    if (agreement.takenBackAt) return refuse('conflict', 'agreement.taken-back-already');
    await insertTakingBack(inside, agreementId);
    await witness(inside, { what: 'agreement.taken-back', agreementId });
    return done({ agreementId });
  });
}

/** Takes up again what had been taken back. That it was stays recorded. */
export async function takeUpAgreement(context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    if (!(await endTakingBack(inside, agreementId))) return refuse('conflict', 'agreement.not-taken-back');
    await witness(inside, { what: 'agreement.taken-up', agreementId });
    return done({ agreementId });
  });
}
