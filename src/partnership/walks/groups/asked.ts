import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Place } from '#platform/access/standing.ts';
import type { Context } from '#platform/context.ts';
import type { Named, WalkingGroup } from '../model.ts';
import { mayLeadGroup, maySeeWalks } from '../policy.ts';
import { findGroup } from './store/groups.server.ts';
import { coordinatorOf } from './store/network.server.ts';

/** A group with where it lies: its partnership, and who coordinates there. */
export interface PlacedGroup {
  group: WalkingGroup;
  place: Place;
  coordinator: Named | null;
}

/** One group, to whoever may see the walks of its partnership; one that is not theirs does not exist. */
export async function groupSeen(context: Context, groupId: string): Promise<Outcome<PlacedGroup>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const group = isId(groupId) ? await findGroup(context, groupId) : null;
  if (!group) return refuse('not-found', 'walks.group-not-found');
  const asked = await ask(context, maySeeWalks, group.agreementId);
  return asked.ok ? done({ group, place: asked.value, coordinator: await coordinatorOf(context, group.agreementId) }) : asked;
}

/** One group, to whoever sees to it. */
export async function groupLed(context: Context, groupId: string): Promise<Outcome<PlacedGroup>> {
  const seen = await groupSeen(context, groupId);
  if (!seen.ok) return seen;
  const { group, place, coordinator } = seen.value;
  return mayLeadGroup(context.actor, place, { organisationId: group.organisation.id, coordinatorId: coordinator?.id ?? null }) ? seen : refuse('forbidden', 'access.not-allowed');
}
