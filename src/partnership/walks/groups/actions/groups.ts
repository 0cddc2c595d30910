import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { listOrganisations, registerOrganisation, rolesInPartnership } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import { assignmentsAt } from '#platform/access/standing.ts';
import { may } from '#platform/access/roles.ts';
import { system } from '#platform/actor.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayCoordinate, mayPlanWalks } from '../../policy.ts';
import { groupLed, groupSeen } from '../asked.ts';
import { proposalSchema, wordSchema } from '../model.ts';
import { refusedField } from '../refused-field.ts';
import { groupState, unheardOf } from '../rules/group-state.ts';
import * as store from '../store/groups.server.ts';
import { coordinatorOf, networkAgreements } from '../store/network.server.ts';
import { partiesOf } from '../parties.ts';

/** The association with this name, which need not take part in the partnership; one that nobody has named before is entered by the house, before anything is proposed. */
export async function associationNamed(context: Context, { agreementId, name }: { agreementId: string; name: string }): Promise<Outcome<{ organisationId: string }>> {
  const asked = await ask(context, mayPlanWalks, agreementId);
  if (!asked.ok) return asked;
  const wanted = name.trim();
  if (wanted.length < 2 || wanted.length > 200) return refuse('invalid', 'walks.association-not-understood', { path: 'association' });
  const known = sure(await listOrganisations(context)).find((organisation) => organisation.name.toLowerCase() === wanted.toLowerCase());
  return known ? done({ organisationId: known.id }) : registerOrganisation(contextFor(context, system('walks')), { name: wanted, sector: 'civil', orgNumber: null });
}

/** Proposes a group, of the association that coordinates where no other is named. It walks first when both parties have been heard. */
export const proposeGroup = (context: Context, { agreementId, organisationId, lookedAt, ...input }: { agreementId: string; organisationId: string | null; lookedAt?: string[] } & z.input<typeof proposalSchema>): Promise<Outcome<{ agreementId: string; groupId: string }>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    const parsed = proposalSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, { name: 'walks.group-name-not-understood' });
    const { name } = parsed.data;
    const looked = lookAgain({ texts: { name }, lookedAt });
    if (!looked.ok) return looked;
    const coordinator = await coordinatorOf(inside, agreementId);
    if (!coordinator) return refuse('conflict', 'walks.network-not-set');
    const of = organisationId ?? coordinator.id;
    const groupId = await store.insertGroup(inside, { agreementId, organisationId: of, name });
    if (!groupId) return refuse('conflict', 'walks.group-name-taken', { path: 'name' });
    await witness(inside, { what: 'walks.group-proposed', agreementId, facts: { groupId, organisationId: of, ...looked.value } });
    return done({ agreementId, groupId });
  });

/** Keeps what a party says about a group that is proposed: that it agrees, or what it has to say. Whoever plans for the party says it. */
export const sayAboutGroup = (context: Context, { groupId, lookedAt, ...input }: { groupId: string; lookedAt?: string[] } & z.input<typeof wordSchema>): Promise<Outcome<{ agreementId: string }>> =>
  inTransaction(context, async (inside) => {
    const seen = await groupSeen(inside, groupId);
    if (!seen.ok) return seen;
    const { group, place } = seen.value;
    const organisation = assignmentsAt(inside.actor, place).find((held) => may([held.role], 'walks.plan') && held.organisation && place.organisationIds.includes(held.organisation.id))?.organisation;
    if (!organisation) return refuse('forbidden', 'access.not-allowed');
    if (groupState(group) !== 'proposed') return refuse('conflict', 'walks.group-has-started');
    const parsed = wordSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, { agrees: 'walks.word-not-understood', words: 'walks.say-what' });
    const looked = lookAgain({ texts: { words: parsed.data.words }, lookedAt });
    if (!looked.ok) return looked;
    const agrees = parsed.data.agrees === 'yes';
    await store.insertWord(inside, { groupId, organisationId: organisation.id, agrees, words: parsed.data.words });
    await witness(inside, { what: 'walks.group-heard', agreementId: group.agreementId, facts: { groupId, organisationId: organisation.id, agrees, ...looked.value } });
    return done({ agreementId: group.agreementId });
  });

/** Starts a group, once every party has been heard, whatever it has said, and its association has agreed with the one that coordinates. */
export const startGroup = (context: Context, { groupId }: { groupId: string }): Promise<Outcome<{ agreementId: string }>> =>
  inTransaction(context, async (inside) => {
    const seen = await groupSeen(inside, groupId);
    if (!seen.ok) return seen;
    const { group, place, coordinator } = seen.value;
    const { agreementId } = group;
    if (!mayPlanWalks(inside.actor, place)) return refuse('forbidden', 'access.not-allowed');
    const unheard = unheardOf(await partiesOf(inside, place), await store.wordsAbout(inside, [groupId]));
    if (unheard.length > 0) return refuse('conflict', 'walks.not-all-heard', { facts: { names: unheard.map(({ name }) => name).join(', ') } });
    const agreed = group.organisation.id === coordinator?.id || (await networkAgreements(inside, agreementId)).some(({ organisation }) => organisation.id === group.organisation.id);
    if (!agreed) return refuse('conflict', 'walks.network-agreement-missing', { facts: { name: group.organisation.name } });
    if (!(await store.startGroup(inside, groupId))) return refuse('conflict', 'walks.group-has-started');
    await witness(inside, { what: 'walks.group-started', agreementId, facts: { groupId } });
    return done({ agreementId });
  });

/** Says that a group walks no more. What it has walked stays. */
export const endGroup = (context: Context, { groupId }: { groupId: string }): Promise<Outcome<{ agreementId: string }>> =>
  inTransaction(context, async (inside) => {
    const seen = await groupSeen(inside, groupId);
    if (!seen.ok) return seen;
    const { group, place } = seen.value;
    if (!mayPlanWalks(inside.actor, place)) return refuse('forbidden', 'access.not-allowed');
    if (!(await store.endGroup(inside, groupId))) return refuse('conflict', 'walks.group-not-walking');
    await witness(inside, { what: 'walks.group-ended', agreementId: group.agreementId, facts: { groupId } });
    return done({ agreementId: group.agreementId });
  });

/** Names who a group is reached by: somebody who acts in the partnership for its association. Whoever coordinates is to see it, unless it names them itself. */
export const nameContact = (context: Context, { groupId, personId }: { groupId: string; personId: string }): Promise<Outcome<{ agreementId: string; contactId: string; reported: boolean }>> =>
  inTransaction(context, async (inside) => {
    const led = await groupLed(inside, groupId);
    if (!led.ok) return led;
    const { group, place, coordinator } = led.value;
    const { agreementId } = group;
    const roles = await rolesInPartnership(inside, agreementId);
    if (!roles.ok) return roles;
    const holder = roles.value.holders.find((held) => held.personId === personId && held.organisation?.id === group.organisation.id && may([held.role], 'walks.lead'));
    if (!holder) return refuse('invalid', 'walks.contact-not-in-association', { path: 'personId' });
    const [current] = await store.contactsOf(inside, [groupId]);
    if (current?.personId === personId) return refuse('conflict', 'walks.contact-is-the-same', { path: 'personId' });
    const seen = mayCoordinate(inside.actor, place, coordinator?.id ?? null);
    const contactId = await store.insertContact(inside, { groupId, personId, seen });
    await witness(inside, { what: 'walks.contact-named', agreementId, facts: { groupId, personId } });
    return done({ agreementId, contactId, reported: !seen });
  });

/** Whoever coordinates has seen that a group's contact person has changed. */
export const seeContact = (context: Context, { groupId }: { groupId: string }): Promise<Outcome<{ agreementId: string }>> =>
  inTransaction(context, async (inside) => {
    const seen = await groupSeen(inside, groupId);
    if (!seen.ok) return seen;
    const { group, place, coordinator } = seen.value;
    if (!mayPlanWalks(inside.actor, place)) return refuse('forbidden', 'access.not-allowed');
    if (!mayCoordinate(inside.actor, place, coordinator?.id ?? null)) return refuse('conflict', 'walks.only-the-coordinating');
    if (!(await store.markContactsSeen(inside, groupId))) return refuse('conflict', 'walks.contact-was-seen');
    await witness(inside, { what: 'walks.contact-seen', agreementId: group.agreementId, facts: { groupId } });
    return done({ agreementId: group.agreementId });
  });

/** Says where a group usually walks: whoever wants to walk there is led to it. */
export const setGroupAreas = (context: Context, { groupId, areaIds }: { groupId: string; areaIds: string[] }): Promise<Outcome<{ agreementId: string }>> =>
  inTransaction(context, async (inside) => {
    const led = await groupLed(inside, groupId);
    if (!led.ok) return led;
    const { agreementId } = led.value.group;
    const known = new Set((await store.areasIn(inside, agreementId)).map(({ id }) => id));
    const wanted = [...new Set(areaIds)].filter((id) => known.has(id));
    await store.keepAreas(inside, groupId, wanted);
    await witness(inside, { what: 'walks.group-areas-set', agreementId, facts: { groupId, areaIds: wanted } });
    return done({ agreementId });
  });
