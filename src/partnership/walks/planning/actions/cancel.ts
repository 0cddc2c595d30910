import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Policy } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayLeadWalks, mayPlanWalks } from '../../policy.ts';
import { tellWalkers } from '../../signup/actions/tell-walkers.ts';
import { cancel, groupsLed } from '../store/nights.server.ts';
import { walkFor } from '../walk-for.ts';

/** Why a walk is cancelled, as a form has it. */
export interface Cancellation {
  walkId: string;
  reason: string;
  lookedAt?: readonly string[];
}

/** Cancels a walk with a reason. Those who had signed up are no longer so, and are told. */
export const cancelWalk = (context: Context, cancellation: Cancellation): Promise<Outcome<{ walkId: string }>> => cancelled(context, mayPlanWalks, cancellation);

/** Cancels a walk of a group that one leads: on a night when too few came there is nobody else to do it. */
export const callOffWalk = (context: Context, cancellation: Cancellation): Promise<Outcome<{ walkId: string }>> => cancelled(context, mayLeadWalks, cancellation);

const cancelled = (context: Context, policy: Policy, { walkId, reason, lookedAt }: Cancellation): Promise<Outcome<{ walkId: string }>> =>
  inTransaction(context, async (inside) => {
    const found = await walkFor(inside, policy, walkId);
    if (!found.ok) return found;
    const { agreementId, group, night } = found.value;
    if (policy === mayLeadWalks && !(group && (await groupsLed(inside)).includes(group.id))) return refuse('conflict', 'walks.not-your-group');
    if (!reason.trim()) return refuse('invalid', 'walks.cancel-needs-reason', { path: 'reason' });
    if (reason.length > 500) return refuse('invalid', 'walks.text-too-long', { path: 'reason' });
    const kept = lookAgain({ texts: { reason }, lookedAt });
    if (!kept.ok) return kept;
    if (!(await cancel(inside, walkId, reason.trim()))) return refuse('conflict', 'walks.cancelled-already');
    await witness(inside, { what: 'walks.walk-cancelled', agreementId, facts: { walkId, night, ...kept.value } });
    const told = await tellWalkers(inside, walkId, { kind: 'cancelled' });
    return told.ok ? done({ walkId }) : told;
  });
