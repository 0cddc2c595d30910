import { done, type Outcome } from '#kernel/outcome.ts';
import { dutiesOfPartnership, type PartnershipDuties } from '#partnership/commitments';
import { ask } from '#platform/access/ask.ts';
import { may } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import { maySeeWalks } from '../../policy.ts';
import type { PassedDuty } from '../model.ts';
import { coordinatorOf } from '../store/network.server.ts';
import { openFor, passedIn } from '../store/passed.server.ts';

/** What has been passed on in a partnership. */
export interface Passing {
  passed: PassedDuty[];
  /** The duties of the agreement, for how each stands above. */
  duties: PartnershipDuties['duties'];
  /** The open ones that can be passed on: of the one that coordinates, of both parties, or of nobody in particular. */
  passable: PartnershipDuties['duties'];
}

export async function passingIn(context: Context, agreementId: string): Promise<Outcome<Passing>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const coordinator = await coordinatorOf(context, agreementId);
  const found = await dutiesOfPartnership(context, agreementId);
  const duties = found.ok ? found.value.duties : [];
  const passable = duties.filter(({ state, duty: { owner } }) => state !== 'done' && state !== 'cancelled' && (owner === null || owner === 'both' || owner === coordinator?.name));
  return done({ passed: await passedIn(context, { agreementId }), duties, passable });
}

/** What is left to do of what has been passed on to the groups that the one who asks leads, in all partnerships. */
export async function passedToMine(context: Context): Promise<PassedDuty[]> {
  const { actor } = context;
  const led = actor.kind === 'person' ? actor.assignments.filter(({ role }) => may([role], 'walks.lead')) : [];
  return openFor(context, led.flatMap(({ organisation }) => organisation?.id ?? []));
}
