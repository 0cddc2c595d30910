import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import type { Named, WalkingGroup } from '../../model.ts';
import { now } from '../../store/rows.server.ts';
import type { GroupContact, GroupWord } from '../model.ts';
import { tables } from './rows.server.ts';

const groups = (context: Context) =>
  tables(context)
    .selectFrom('walks.walking_group as g')
    .innerJoin('people.organisation as o', 'o.id', 'g.organisation_id')
    .select(['g.id', 'g.agreement_id', 'g.organisation_id', 'o.name as organisation_name', 'g.name', 'g.proposed_at', 'g.started_on', 'g.ended_on'])
    .orderBy('g.name');

type Row = Awaited<ReturnType<ReturnType<typeof groups>['execute']>>[number];

const asGroup = ({ id, agreement_id, organisation_id, organisation_name, name, proposed_at, started_on, ended_on }: Row): WalkingGroup => ({
  id,
  agreementId: agreement_id,
  organisation: { id: organisation_id, name: organisation_name },
  name,
  proposedAt: proposed_at,
  startedOn: started_on,
  endedOn: ended_on,
});

/** The groups of a partnership by name, those that have ended too. */
export const groupsIn = async (context: Context, agreementId: string): Promise<WalkingGroup[]> => (await groups(context).where('g.agreement_id', '=', agreementId).execute()).map(asGroup);

export async function findGroup(context: Context, id: string): Promise<WalkingGroup | null> {
  const row = await groups(context).where('g.id', '=', id).executeTakeFirst();
  return row ? asGroup(row) : null;
}

/** Keeps a group that is proposed, and gives its id; null where a group of the partnership has its name: the index decides. */
export async function insertGroup(context: Context, { agreementId, organisationId, name }: { agreementId: string; organisationId: string; name: string }): Promise<string | null> {
  const id = randomUUID();
  const { at, by } = now(context);
  const { numInsertedOrUpdatedRows } = await tables(context)
    .insertInto('walks.walking_group')
    .values({ id, agreement_id: agreementId, organisation_id: organisationId, name, proposed_at: at, proposed_by: by, started_on: null, ended_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? id : null;
}

/** False where the group has started before. */
export async function startGroup(context: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(context).updateTable('walks.walking_group').set({ started_on: context.clock.today() }).where('id', '=', id).where('started_on', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False where the group has not started, or has ended before. */
export async function endGroup(context: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(context)
    .updateTable('walks.walking_group')
    .set({ ended_on: context.clock.today() })
    .where('id', '=', id)
    .where('started_on', 'is not', null)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What has been said about groups, in the order in which it was said. */
export async function wordsAbout(context: Context, groupIds: string[]): Promise<(GroupWord & { groupId: string })[]> {
  if (groupIds.length === 0) return [];
  const rows = await tables(context)
    .selectFrom('walks.group_word as w')
    .innerJoin('people.organisation as o', 'o.id', 'w.organisation_id')
    .where('w.group_id', 'in', groupIds)
    .select(['w.group_id', 'o.id', 'o.name', 'w.agrees', 'w.words', 'w.said_at', 'w.said_by'])
    .orderBy('w.number')
    .execute();
  return rows.map(({ group_id, id, name, agrees, words, said_at, said_by }) => ({ groupId: group_id, organisation: { id, name }, agrees, words, saidAt: said_at, saidBy: said_by }));
}

export async function insertWord(context: Context, { groupId, organisationId, agrees, words }: { groupId: string; organisationId: string; agrees: boolean; words: string | null }): Promise<void> {
  const { at, by } = now(context);
  await tables(context).insertInto('walks.group_word').values({ group_id: groupId, organisation_id: organisationId, agrees, words, said_at: at, said_by: by }).execute();
}

/** Who groups have been reached by, the newest first. */
export async function contactsOf(context: Context, groupIds: string[]): Promise<GroupContact[]> {
  if (groupIds.length === 0) return [];
  const rows = await tables(context).selectFrom('walks.group_contact').where('group_id', 'in', groupIds).selectAll().orderBy('number', 'desc').execute();
  return rows.map(({ id, group_id, person_id, named_at, named_by, seen_at }) => ({ id, groupId: group_id, personId: person_id, namedAt: named_at, namedBy: named_by, seenAt: seen_at }));
}

/** Names somebody whom the group is reached by from now on; `seen` where whoever names them is who must know. */
export async function insertContact(context: Context, { groupId, personId, seen }: { groupId: string; personId: string; seen: boolean }): Promise<string> {
  const id = randomUUID();
  const { at, by } = now(context);
  await tables(context)
    .insertInto('walks.group_contact')
    .values({ id, group_id: groupId, person_id: personId, named_at: at, named_by: by, seen_at: seen ? at : null, seen_by: seen ? by : null })
    .execute();
  return id;
}

/** Says of every change of this group's contact person that it has been seen; false where all had been. */
export async function markContactsSeen(context: Context, groupId: string): Promise<boolean> {
  const { at, by } = now(context);
  const { numUpdatedRows } = await tables(context).updateTable('walks.group_contact').set({ seen_at: at, seen_by: by }).where('group_id', '=', groupId).where('seen_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Where groups usually walk, by name. Areas that have been taken away are left out. */
export async function areasOf(context: Context, groupIds: string[]): Promise<(Named & { groupId: string })[]> {
  if (groupIds.length === 0) return [];
  return tables(context)
    .selectFrom('walks.group_area as ga')
    .innerJoin('walks.area as a', 'a.id', 'ga.area_id')
    .where('ga.group_id', 'in', groupIds)
    .where('a.removed_at', 'is', null)
    .select(['ga.group_id as groupId', 'a.id', 'a.name'])
    .orderBy('a.name')
    .execute();
}

/** The areas of a partnership that a group can be said to walk in, by name. */
export const areasIn = (context: Context, agreementId: string): Promise<Named[]> =>
  tables(context).selectFrom('walks.area').where('agreement_id', '=', agreementId).where('removed_at', 'is', null).select(['id', 'name']).orderBy('name').execute();

/** Says anew where a group usually walks. */
export async function keepAreas(context: Context, groupId: string, areaIds: string[]): Promise<void> {
  await tables(context).deleteFrom('walks.group_area').where('group_id', '=', groupId).execute();
  if (areaIds.length > 0) await tables(context).insertInto('walks.group_area').values(areaIds.map((area_id) => ({ group_id: groupId, area_id }))).execute();
}
