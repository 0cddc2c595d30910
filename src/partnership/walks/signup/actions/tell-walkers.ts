import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayLeadWalks, mayPlanWalks } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import { LOOK_AFTER } from '../look-after-name.ts';
import { tellAll } from '../store/decide.server.ts';

/**
 * Has everybody who was to walk, or waited, told that the walk has moved or is cancelled: once for each time it starts or is cancelled.
 * Joins the transaction it is called in, so that nobody is told of what came to nothing.
 */
export async function tellWalkers(context: Context, walkId: string, { kind }: { kind: 'moved' | 'cancelled' }): Promise<Outcome<{ told: number }>> {
  return inTransaction(context, async (inside) => {
    const walk = await findWalk(inside, walkId);
    if (!walk) return refuse('not-found', 'walks.not-found');
    const asked = await ask(inside, (actor, place) => mayPlanWalks(actor, place) || mayLeadWalks(actor, place), walk.agreementId);
    if (!asked.ok) return asked;
    const occasion = [walk.starts.toISOString(), walk.meetingPoint?.id ?? walk.area.id, walk.cancelledAt?.toISOString()].filter(Boolean).join(' ');
    const told = await tellAll(inside, { walkId, kind, occasion });
    await witness(inside, { what: 'walks.walkers-to-be-told', agreementId: walk.agreementId, facts: { walkId, kind, told } });
    inside.jobs.send(LOOK_AFTER);
    return done({ told });
  });
}
