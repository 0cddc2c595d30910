import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayConfirmNights } from '../../policy.ts';
import { isWalked } from '../rules/nights.ts';
import { findConfirmation, insertConfirmations, undoConfirmation } from '../store/confirmations.server.ts';
import { findWalk } from '../../store/walks.server.ts';

/** Confirms that these nights were walked, so that they can be settled. Nights that somebody has confirmed stay as they are; how many were confirmed. */
export async function confirmNights(context: Context, { agreementId, walkIds }: { agreementId: string; walkIds: string[] }): Promise<Outcome<{ count: number }>> {
  const asked = await ask(context, mayConfirmNights, agreementId);
  if (!asked.ok) return asked;
  const walks = await Promise.all([...new Set(walkIds)].map((id) => (isId(id) ? findWalk(context, id) : null)));
  if (walks.length === 0 || walks.some((walk) => walk?.agreementId !== agreementId)) return refuse('not-found', 'walks.not-found');
  if (walks.some((walk) => !isWalked(walk!, context.clock.now()))) return refuse('conflict', 'walks.night-not-walked');
  return inTransaction(context, async (inside) => {
    const organisationId = organisationOf(inside.actor, asked.value)?.id ?? null;
    const count = await insertConfirmations(inside, { agreementId, walkIds: walks.map((walk) => walk!.id), organisationId });
    if (count === 0) return refuse('conflict', 'walks.night-confirmed');
    await witness(inside, { what: 'walks.nights-confirmed', agreementId, facts: { count, walkIds: walks.map((walk) => walk!.id) } });
    return done({ count });
  });
}

/** Takes a confirmation back: the night is not ready to be settled. */
export async function undoNight(context: Context, { agreementId, confirmationId }: { agreementId: string; confirmationId: string }): Promise<Outcome<null>> {
  const asked = await ask(context, mayConfirmNights, agreementId);
  if (!asked.ok) return asked;
  const found = isId(confirmationId) ? await findConfirmation(context, confirmationId) : null;
  if (found?.agreementId !== agreementId) return refuse('conflict', 'walks.confirmation-not-found');
  return inTransaction(context, async (inside) => {
    if (!(await undoConfirmation(inside, confirmationId))) return refuse('conflict', 'walks.confirmation-not-found');
    await witness(inside, { what: 'walks.confirmation-undone', agreementId, facts: { walkId: found.walkId } });
    return done(null);
  });
}
