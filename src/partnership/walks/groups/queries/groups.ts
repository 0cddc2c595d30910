import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { rolesInPartnership } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import { may } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import type { Named, WalkRules } from '../../model.ts';
import { mayCoordinate, mayLeadGroup, mayPlanWalks, maySeeWalks } from '../../policy.ts';
import { groupSeen } from '../asked.ts';
import type { GroupWord, ListedGroup, NetworkAgreement, PassedDuty } from '../model.ts';
import { partiesOf } from '../parties.ts';
import { groupState, newestWords, unheardOf } from '../rules/group-state.ts';
import * as store from '../store/groups.server.ts';
import { networkAgreements } from '../store/network.server.ts';
import { passedIn } from '../store/passed.server.ts';
import { rulesOfGroup } from './network.ts';

/** The groups of a partnership: those that walk first, by name. */
export async function groupsOf(context: Context, agreementId: string): Promise<Outcome<ListedGroup[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const groups = await store.groupsIn(context, agreementId);
  const ids = groups.map(({ id }) => id);
  const [words, contacts, areas, parties, names] = [await store.wordsAbout(context, ids), await store.contactsOf(context, ids), await store.areasOf(context, ids), await partiesOf(context, asked.value), await namesIn(context, agreementId)];
  return done(
    groups.map((group) => {
      const state = groupState(group);
      const [contact] = contacts.filter(({ groupId }) => groupId === group.id);
      return {
        ...group,
        state,
        contact: contact ? { personId: contact.personId, name: names.get(contact.personId) ?? null, unseen: contact.seenAt === null } : null,
        unheard: state === 'proposed' ? unheardOf(parties, words.filter(({ groupId }) => groupId === group.id)) : [],
        areas: areas.filter(({ groupId }) => groupId === group.id).map(({ id, name }) => ({ id, name })),
      };
    }),
  );
}

/** One group as its page shows it, with what the reader may do about it. */
export interface GroupView extends ListedGroup {
  coordinator: Named | null;
  rules: WalkRules;
  /** The newest word of each party. */
  words: GroupWord[];
  /** What its association has agreed on with the one that coordinates; null where they are one, or nothing is known. */
  agreement: NetworkAgreement | null;
  /** How its contact persons have changed, the newest first. */
  changes: { personId: string; name: string | null; namedAt: Date; namedBy: string }[];
  passed: PassedDuty[];
  /** Those who can be its contact person. */
  candidates: { personId: string; name: string | null }[];
  /** The areas of the partnership. */
  known: Named[];
  mayPlan: boolean;
  mayLead: boolean;
  mayCoordinate: boolean;
}

export async function groupToSee(context: Context, agreementId: string, groupId: string): Promise<Outcome<GroupView>> {
  const seen = await groupSeen(context, groupId);
  if (!seen.ok) return seen;
  const { group, place, coordinator } = seen.value;
  if (group.agreementId !== agreementId) return refuse('not-found', 'walks.group-not-found');
  const listed = await groupsOf(context, agreementId);
  if (!listed.ok) return listed;
  const names = await namesIn(context, agreementId);
  const [roles, contacts, agreements] = [await rolesInPartnership(context, agreementId), await store.contactsOf(context, [groupId]), await networkAgreements(context, agreementId)];
  const holders = roles.ok ? roles.value.holders.filter(({ role, organisation }) => organisation?.id === group.organisation.id && may([role], 'walks.lead')) : [];
  return done({
    ...listed.value.find(({ id }) => id === groupId)!,
    coordinator,
    rules: await rulesOfGroup(context, groupId),
    words: newestWords(await store.wordsAbout(context, [groupId])),
    agreement: agreements.find(({ organisation }) => organisation.id === group.organisation.id) ?? null,
    changes: contacts.map(({ personId, namedAt, namedBy }) => ({ personId, name: names.get(personId) ?? null, namedAt, namedBy })),
    passed: await passedIn(context, { agreementId, groupId }),
    candidates: [...new Map(holders.map(({ personId, name }) => [personId, { personId, name }])).values()],
    known: await store.areasIn(context, agreementId),
    mayPlan: mayPlanWalks(context.actor, place),
    mayLead: mayLeadGroup(context.actor, place, { organisationId: group.organisation.id, coordinatorId: coordinator?.id ?? null }),
    mayCoordinate: mayCoordinate(context.actor, place, coordinator?.id ?? null),
  });
}

/** Names of those who act in the partnership, where the reader may know them; a protected one is not there. */
async function namesIn(context: Context, agreementId: string): Promise<Map<string, string>> {
  const roles = await rolesInPartnership(context, agreementId);
  return new Map(roles.ok ? roles.value.holders.flatMap(({ personId, name }) => (name ? [[personId, name] as const] : [])) : []);
}
