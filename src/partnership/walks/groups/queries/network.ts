import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { organisationsNamed } from '#partnership/people';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Named, WalkRules } from '../../model.ts';
import { mayCoordinate, mayKnowRules, mayPlanWalks, maySeeWalks, maySetRules } from '../../policy.ts';
import { USUAL_RULES } from '../../rules/usual.ts';
import type { Network } from '../model.ts';
import { partiesOf } from '../parties.ts';
import { strictest } from '../rules/strictest.ts';
import { coordinatorOf, networkAgreements, rulersOf, rulesSaidBy } from '../store/network.server.ts';

/** Who coordinates the walks of a partnership and on what terms, with what the reader may do about it. */
export interface NetworkView extends Network {
  parties: Named[];
  mayPlan: boolean;
  mayCoordinate: boolean;
  /** Whether the reader says what the one that coordinates asks. */
  maySetRules: boolean;
}

export async function networkOf(context: Context, agreementId: string): Promise<Outcome<NetworkView>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const coordinator = await coordinatorOf(context, agreementId);
  const said = coordinator ? (await rulesSaidBy(context, [coordinator.id])).get(coordinator.id) : undefined;
  return done({
    agreementId,
    coordinator,
    agreements: await networkAgreements(context, agreementId),
    rules: said ?? USUAL_RULES,
    rulesSaid: said !== undefined,
    parties: await partiesOf(context, asked.value),
    mayPlan: mayPlanWalks(context.actor, asked.value),
    mayCoordinate: mayCoordinate(context.actor, asked.value, coordinator?.id ?? null),
    maySetRules: coordinator !== null && maySetRules(context.actor, coordinator.id),
  });
}

/**
 * What holds for a group: what its association asks, never less than what the one that coordinates does. For everybody who
 * may know of the group, walkers too; the usual where the group is not theirs to know.
 */
export async function rulesOfGroup(context: Context, groupId: string): Promise<WalkRules> {
  const rulers = mayKnowRules(context.actor) && isId(groupId) ? await rulersOf(context, groupId) : null;
  if (!rulers) return USUAL_RULES;
  const { own, coordinating } = rulers;
  const said = await rulesSaidBy(context, coordinating ? [own, coordinating] : [own]);
  return strictest(said.get(own) ?? null, coordinating ? (said.get(coordinating) ?? null) : null);
}

/** What an organisation has said that it asks, for whoever says so; the usual to begin with. */
export async function rulesToSet(context: Context, organisationId: string): Promise<Outcome<{ organisation: Named; rules: WalkRules; said: boolean }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!isId(organisationId) || !maySetRules(context.actor, organisationId)) return refuse('not-found', 'access.not-found');
  const [organisation] = await organisationsNamed(context, [organisationId]);
  if (!organisation) return refuse('not-found', 'access.not-found');
  const said = (await rulesSaidBy(context, [organisationId])).get(organisationId);
  return done({ organisation: { id: organisation.id, name: organisation.name }, rules: said ?? USUAL_RULES, said: said !== undefined });
}
