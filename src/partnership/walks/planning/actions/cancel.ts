import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Policy } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { Walk } from '../../model.ts';
import { mayLeadWalks, mayPlanWalks } from '../../policy.ts';
import { tellWalkers } from '../../signup/actions/tell-walkers.ts';
import { LOOK_AFTER } from '../../signup/look-after-name.ts';
import { asKept } from '../../store/kept.server.ts';
import { cancel, groupsLed, restore } from '../store/nights.server.ts';
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

/** Takes back that a walk is cancelled, before it was to begin. Places and turns are as they were, and those who had been told are told. */
export const restoreWalk = (context: Context, { walkId }: { walkId: string }): Promise<Outcome<{ walkId: string }>> => restored(context, mayPlanWalks, walkId);

/** Takes back that a walk of a group that one leads is cancelled: whoever may call it off may let it be on after all. */
export const callOnWalk = (context: Context, { walkId }: { walkId: string }): Promise<Outcome<{ walkId: string }>> => restored(context, mayLeadWalks, walkId);

const restored = (context: Context, policy: Policy, walkId: string): Promise<Outcome<{ walkId: string }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const found = await walkFor(inside, policy, walkId);
      if (!found.ok) return found;
      const { agreementId, night } = found.value;
      if (policy === mayLeadWalks && !(await isLed(inside, found.value))) return refuse('conflict', 'walks.not-your-group');
      const result = await restore(inside, walkId);
      if (result !== 'restored') return NOT_RESTORED[result];
      await witness(inside, { what: 'walks.walk-restored', agreementId, facts: { walkId, night } });
      inside.jobs.send(LOOK_AFTER);
      return done({ walkId });
    }),
  );

const NOT_RESTORED = {
  'not-found': refuse('not-found', 'walks.not-found'),
  'not-cancelled': refuse('conflict', 'walks.not-cancelled'),
  started: refuse('conflict', 'walks.walk-has-started'),
};

const cancelled = (context: Context, policy: Policy, { walkId, reason, lookedAt }: Cancellation): Promise<Outcome<{ walkId: string }>> =>
  inTransaction(context, async (inside) => {
    const found = await walkFor(inside, policy, walkId);
    if (!found.ok) return found;
    const { agreementId, night } = found.value;
    if (policy === mayLeadWalks && !(await isLed(inside, found.value))) return refuse('conflict', 'walks.not-your-group');
    if (!reason.trim()) return refuse('invalid', 'walks.cancel-needs-reason', { path: 'reason' });
    if (reason.length > 500) return refuse('invalid', 'walks.text-too-long', { path: 'reason' });
    const kept = lookAgain({ texts: { reason }, lookedAt });
    if (!kept.ok) return kept;
    if (!(await cancel(inside, walkId, reason.trim()))) return refuse('conflict', 'walks.cancelled-already');
    await witness(inside, { what: 'walks.walk-cancelled', agreementId, facts: { walkId, night, ...kept.value } });
    const told = await tellWalkers(inside, walkId, { kind: 'cancelled' });
    return told.ok ? done({ walkId }) : told;
  });

const isLed = async (context: Context, { group }: Walk): Promise<boolean> => group !== null && (await groupsLed(context)).includes(group.id);
