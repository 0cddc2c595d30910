import type { z } from 'zod';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { isId } from '#kernel/id.ts';
import { mayPlanWalks, maySetRules } from '../../policy.ts';
import { rulesSchema, signedSchema } from '../model.ts';
import { refusedField } from '../refused-field.ts';
import { coordinatorOf, keepCoordinator, keepNetworkAgreement, keepRules } from '../store/network.server.ts';
import { groupsIn } from '../store/groups.server.ts';

/** Says which of the parties coordinates the walks: the groups are under it. */
export const setCoordinator = (context: Context, { agreementId, organisationId }: { agreementId: string; organisationId: string }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    if (!asked.value.organisationIds.includes(organisationId)) return refuse('invalid', 'walks.coordinator-not-a-party', { path: 'organisationId' });
    await keepCoordinator(inside, agreementId, organisationId);
    await witness(inside, { what: 'walks.network-set', agreementId, facts: { organisationId } });
    return done(null);
  });

/** Says what an association with a group has agreed on with the one that coordinates: an agreement in Handslag that the reader sees, or when and where it was signed. */
export const recordNetworkAgreement = (context: Context, { agreementId, organisationId, ...input }: { agreementId: string; organisationId: string } & z.input<typeof signedSchema>): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    const parsed = signedSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, { signedOn: 'walks.signed-when', linkedAgreementId: 'walks.linked-agreement-not-found', signedWhere: 'walks.signed-when' });
    const { linkedAgreementId, signedOn } = parsed.data;
    if (signedOn !== null && signedOn > inside.clock.today()) return refuse('invalid', 'walks.signed-in-the-future', { path: 'signedOn' });
    if (linkedAgreementId !== null && !(await ask(inside, mayPlanWalks, linkedAgreementId)).ok) return refuse('invalid', 'walks.linked-agreement-not-found', { path: 'linkedAgreementId' });
    const [coordinator, groups] = [await coordinatorOf(inside, agreementId), await groupsIn(inside, agreementId)];
    const organisation = groups.find(({ organisation }) => organisation.id === organisationId && organisation.id !== coordinator?.id)?.organisation;
    if (!organisation) return refuse('invalid', 'walks.association-has-no-group', { path: 'organisationId' });
    await keepNetworkAgreement(inside, agreementId, { organisation, ...parsed.data });
    await witness(inside, { what: 'walks.network-agreement-recorded', agreementId, facts: { organisationId, ...parsed.data } });
    return done(null);
  });

/** Says what an organisation asks of its groups and walkers from now on, in all its partnerships. */
export async function setRules(context: Context, { organisationId, ...input }: { organisationId: string } & Record<string, unknown>): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!isId(organisationId) || !maySetRules(context.actor, organisationId)) return refuse('not-found', 'access.not-found');
  const parsed = rulesSchema.safeParse(input);
  if (!parsed.success) return refusedField(parsed.error, RULE_SENTENCES);
  return inTransaction(context, async (inside) => {
    await keepRules(inside, organisationId, parsed.data);
    await witness(inside, { what: 'walks.rules-set', agreementId: null, facts: { organisationId, ...parsed.data } });
    return done(null);
  });
}

const RULE_SENTENCES = {
  smallestGroup: 'walks.group-size-not-understood',
  largestGroup: 'walks.group-size-not-understood',
  youngest: 'walks.youngest-not-understood',
  trainedPerGroup: 'walks.trained-not-understood',
  earliestStart: 'walks.hour-not-understood',
  latestEnd: 'walks.hour-not-understood',
} as const;
