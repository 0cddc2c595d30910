import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '../model.ts';
import { now } from '../store/rows.server.ts';
import type { JoinPage, Newcomer, NewcomerCounts, Referral, ReferralState } from './model.ts';
import { type Outcome, tables } from './rows.server.ts';

const pages = (context: Context) => tables(context).selectFrom('walks.join_page').select(['agreement_id', 'slug', 'closed_at']);

/** The page of a partnership, open or closed; null where there has been none. */
export async function pageOf(context: Context, agreementId: string): Promise<JoinPage | null> {
  const row = await pages(context).where('agreement_id', '=', agreementId).executeTakeFirst();
  return row ? { agreementId, slug: row.slug, open: row.closed_at === null } : null;
}

/** The partnership whose open page has this name. */
export async function partnershipAt(context: Context, slug: string): Promise<string | null> {
  const row = await pages(context).where('slug', '=', slug).where('closed_at', 'is', null).executeTakeFirst();
  return row?.agreement_id ?? null;
}

/** Opens a partnership's page; the first name it gets stays, because it stands on posters. False where another partnership has the name: the index decides. */
export async function openPage(context: Context, agreementId: string, slug: string): Promise<boolean> {
  const { at, by } = now(context);
  const open = { opened_at: at, opened_by: by, closed_at: null, closed_by: null };
  const made = await tables(context).insertInto('walks.join_page').values({ agreement_id: agreementId, slug, ...open }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return true;
  const reopened = await tables(context).updateTable('walks.join_page').set(open).where('agreement_id', '=', agreementId).executeTakeFirst();
  return reopened.numUpdatedRows === 1n;
}

export async function closePage(context: Context, agreementId: string): Promise<boolean> {
  const { at, by } = now(context);
  const { numUpdatedRows } = await tables(context).updateTable('walks.join_page').set({ closed_at: at, closed_by: by }).where('agreement_id', '=', agreementId).where('closed_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps a code that somebody may come with. False where the partnership has it already. */
export async function insertReferral(context: Context, agreementId: string, code: string): Promise<boolean> {
  const { at, by } = now(context);
  const { numInsertedOrUpdatedRows } = await tables(context)
    .insertInto('walks.referral')
    .values({ id: randomUUID(), agreement_id: agreementId, code, made_at: at, made_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** How far each of a partnership's referrals has come, the newest first. */
export async function referralsOf(context: Context, agreementId: string): Promise<Referral[]> {
  const { rows } = await sql<{ code: string; made_at: Date; state: ReferralState }>`select * from walks.referred(${agreementId})`.execute(context.database);
  return rows.map(({ code, made_at, state }) => ({ code, madeAt: new Date(made_at), state }));
}

/** The referral with this code that nobody has come with yet. */
export async function unusedReferral(context: Context, agreementId: string, code: string): Promise<string | null> {
  const row = await tables(context)
    .selectFrom('walks.referral as r')
    .leftJoin('walks.newcomer as n', 'n.referral_id', 'r.id')
    .where('r.agreement_id', '=', agreementId)
    .where('r.code', '=', code)
    .where('n.id', 'is', null)
    .select('r.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function countsOf(context: Context, agreementId: string): Promise<NewcomerCounts> {
  const { rows } = await sql<Record<keyof NewcomerCounts, string>>`select * from walks.newcomers(${agreementId})`.execute(context.database);
  const [{ asked, waiting, met, walking, unanswered }] = rows as [Record<keyof NewcomerCounts, string>];
  return { asked: Number(asked), waiting: Number(waiting), met: Number(met), walking: Number(walking), unanswered: Number(unanswered) };
}

/** Those who wait to be met or decided about, by group. For the house, which leads newcomers to the right one. */
export async function waitingBy(context: Context, agreementId: string): Promise<Map<string, number>> {
  const rows = await tables(context)
    .selectFrom('walks.newcomer')
    .where('agreement_id', '=', agreementId)
    .where('outcome', 'is', null)
    .select(({ fn }) => ['group_id', fn.countAll<number>().as('count')])
    .groupBy('group_id')
    .execute();
  return new Map(rows.map(({ group_id, count }) => [group_id, Number(count)]));
}

interface NewNewcomer {
  id: string;
  agreementId: string;
  groupId: string;
  name: string;
  reach: string;
  young: boolean;
  areaId: string | null;
  referralId: string | null;
  language: Language;
  linkHash: string;
}

/** Keeps somebody who wants to walk; false where somebody reached the same way waits already, or has come with the same code: the indexes decide. */
export async function insertNewcomer(context: Context, { agreementId, groupId, areaId, referralId, linkHash, ...newcomer }: NewNewcomer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(context)
    .insertInto('walks.newcomer')
    .values({
      ...newcomer,
      agreement_id: agreementId,
      group_id: groupId,
      area_id: areaId,
      referral_id: referralId,
      link_hash: linkHash,
      asked_at: context.clock.now(),
      met_at: null,
      met_by: null,
      outcome: null,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

const newcomers = (context: Context) =>
  tables(context)
    .selectFrom('walks.newcomer as n')
    .innerJoin('walks.walking_group as g', 'g.id', 'n.group_id')
    .leftJoin('walks.area as a', 'a.id', 'n.area_id')
    .where('n.outcome', 'is', null)
    .select(['n.id', 'n.agreement_id', 'n.group_id', 'g.name as group_name', 'n.name', 'n.reach', 'n.young', 'n.area_id', 'a.name as area_name', 'n.language', 'n.asked_at', 'n.met_at'])
    .orderBy('n.asked_at')
    .orderBy('n.id');

type Row = Awaited<ReturnType<ReturnType<typeof newcomers>['execute']>>[number];

const asNewcomer = (row: Row): Newcomer => ({
  id: row.id,
  agreementId: row.agreement_id,
  group: { id: row.group_id, name: row.group_name },
  name: row.name ?? '',
  reach: row.reach ?? '',
  young: row.young,
  area: row.area_id ? { id: row.area_id, name: row.area_name ?? '' } : null,
  language: row.language,
  askedAt: row.asked_at,
  metAt: row.met_at,
});

/** Those of a group about whom nothing has been decided, who came first first. Whoever does not lead it finds none. */
export const newcomersOf = async (context: Context, groupId: string): Promise<Newcomer[]> => (await newcomers(context).where('n.group_id', '=', groupId).execute()).map(asNewcomer);

export async function findNewcomer(context: Context, id: string): Promise<Newcomer | null> {
  const row = await newcomers(context).where('n.id', '=', id).executeTakeFirst();
  return row ? asNewcomer(row) : null;
}

/** Somebody about whom nothing is decided, by what stands in their link. For the house. */
export async function newcomerByLink(context: Context, agreementId: string, linkHash: string): Promise<Newcomer | null> {
  const row = await newcomers(context).where('n.agreement_id', '=', agreementId).where('n.link_hash', '=', linkHash).executeTakeFirst();
  return row ? asNewcomer(row) : null;
}

/** Somebody who is reached like this and waits. For the house. */
export async function newcomerReached(context: Context, agreementId: string, reach: string): Promise<Newcomer | null> {
  const row = await newcomers(context).where('n.agreement_id', '=', agreementId).where('n.reach', '=', reach).executeTakeFirst();
  return row ? asNewcomer(row) : null;
}

/** Moves somebody on to another group, and leaves with the earlier one that somebody has gone. False where they have been met or decided about, or moved meanwhile. */
export async function moveOn(context: Context, { id, agreementId, group }: Newcomer, { to, by }: { to: string; by: string }): Promise<boolean> {
  const { numUpdatedRows } = await tables(context).updateTable('walks.newcomer').set({ group_id: to }).where('id', '=', id).where('group_id', '=', group.id).where('met_at', 'is', null).where('outcome', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tables(context).insertInto('walks.newcomer_moved').values({ id: randomUUID(), agreement_id: agreementId, group_id: group.id, moved_at: context.clock.now(), moved_by: by }).execute();
  return true;
}

/** When people have moved on from a group since a moment, the latest first. Whoever does not lead it finds none. */
export async function movedFrom(context: Context, groupId: string, since: Date): Promise<Date[]> {
  const rows = await tables(context).selectFrom('walks.newcomer_moved').select('moved_at').where('group_id', '=', groupId).where('moved_at', '>=', since).orderBy('moved_at', 'desc').execute();
  return rows.map(({ moved_at }) => moved_at);
}

export async function markMet(context: Context, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const { numUpdatedRows } = await tables(context).updateTable('walks.newcomer').set({ met_at: at, met_by: by }).where('id', '=', id).where('met_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Decides, and with that forgets the name and where they are reached. False where it was decided before. */
export async function decide(context: Context, id: string, outcome: Exclude<Outcome, 'forgotten'>): Promise<boolean> {
  const { at, by } = now(context);
  const { numUpdatedRows } = await tables(context)
    .updateTable('walks.newcomer')
    .set((set) => ({ outcome, decided_at: at, decided_by: by, name: null, reach: null, ...(outcome === 'walks' && { met_at: set.fn.coalesce('met_at', set.val(at)), met_by: set.fn.coalesce('met_by', set.val(by)) }) }))
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Forgets who asked before this moment and has not been decided about; how many they were in each partnership. */
export async function forget(context: Context, before: Date): Promise<Map<string, number>> {
  const { at, by } = now(context);
  const rows = await tables(context)
    .updateTable('walks.newcomer')
    .set({ outcome: 'forgotten', decided_at: at, decided_by: by, name: null, reach: null })
    .where('outcome', 'is', null)
    .where('asked_at', '<', before)
    .returning('agreement_id')
    .execute();
  return new Map([...Map.groupBy(rows, ({ agreement_id }) => agreement_id)].map(([agreementId, forgotten]) => [agreementId, forgotten.length]));
}

/** Whether somebody with this number walks in the partnership already. */
export async function walksAlready(context: Context, agreementId: string, mark: string): Promise<boolean> {
  const found = await tables(context).selectFrom('walks.walker').select('person_id').where('agreement_id', '=', agreementId).where('phone_mark', '=', mark).where('until', 'is', null).executeTakeFirst();
  return found !== undefined;
}

/** Enters somebody who walks with a group from now on. */
export async function insertWalker(context: Context, { personId, agreementId, groupId, mark, language }: { personId: string; agreementId: string; groupId: string; mark: string | null; language: Language }): Promise<void> {
  await tables(context).insertInto('walks.walker').values({ person_id: personId, agreement_id: agreementId, group_id: groupId, phone_mark: mark, since: context.clock.now(), until: null, language }).execute();
}
