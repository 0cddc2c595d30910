import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';
import type { Context } from '#platform/context.ts';
import { now, tables as shared, type WalkTables } from '../../store/rows.server.ts';
import type { EnteredOccasion, Occasion, Pattern } from '../model.ts';

type PlanningTables = WalkTables & {
  'walks.planning': { agreement_id: string; one_area_a_night: boolean; set_at: Date; set_by: string };
  'walks.turn_weight': { group_id: string; weight: number; set_at: Date; set_by: string };
  'walks.occasion': { id: string; agreement_id: string; kind: EnteredOccasion; name: string; starts_on: string; ends_on: string; made_at: Date; made_by: string; removed_at: Date | null; removed_by: string | null };
  'walks.season': { id: string; agreement_id: string; starts_on: string; ends_on: string; pattern: Pattern; planned_at: Date; planned_by: string; undone_at: Date | null; undone_by: string | null };
};

export const tables = (context: Context) => shared(context).withTables<PlanningTables>();

export async function hasOneAreaANight(context: Context, agreementId: string): Promise<boolean> {
  const row = await tables(context).selectFrom('walks.planning').select('one_area_a_night').where('agreement_id', '=', agreementId).executeTakeFirst();
  return row?.one_area_a_night ?? false;
}

/** From now on: walks that are planned already stay as they are. */
export async function setOneAreaANight(context: Context, agreementId: string, wanted: boolean): Promise<void> {
  const { at, by } = now(context);
  const values = { one_area_a_night: wanted, set_at: at, set_by: by };
  await tables(context)
    .insertInto('walks.planning')
    .values({ agreement_id: agreementId, ...values })
    .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(values))
    .execute();
}

export async function setWeight(context: Context, groupId: string, weight: number): Promise<void> {
  const { at, by } = now(context);
  const values = { weight, set_at: at, set_by: by };
  await tables(context)
    .insertInto('walks.turn_weight')
    .values({ group_id: groupId, ...values })
    .onConflict((conflict) => conflict.column('group_id').doUpdateSet(values))
    .execute();
}

/** A group that walks in the partnership, with the weight of its turns. */
export interface WeighedGroup {
  id: string;
  name: string;
  organisation: string;
  organisationId: string;
  weight: number;
}

/** The partnership's groups that have started and not ended, by name. */
export async function groupsInTurn(context: Context, agreementId: string): Promise<WeighedGroup[]> {
  const rows = await tables(context)
    .selectFrom('walks.walking_group as g')
    .innerJoin('people.organisation as o', 'o.id', 'g.organisation_id')
    .leftJoin('walks.turn_weight as t', 't.group_id', 'g.id')
    .where('g.agreement_id', '=', agreementId)
    .where('g.started_on', 'is not', null)
    .where('g.ended_on', 'is', null)
    .select(['g.id', 'g.name', 'g.organisation_id', 'o.name as organisation', 't.weight'])
    .orderBy('g.name')
    .orderBy('g.id')
    .execute();
  return rows.map(({ organisation_id, weight, ...row }) => ({ ...row, organisationId: organisation_id, weight: weight ?? 1 }));
}

/** How many nights each group has that are not cancelled, before a day and from it on. */
export async function nightsByGroup(context: Context, agreementId: string, today: CalendarDate): Promise<Map<string, { had: number; coming: number }>> {
  const rows = await tables(context)
    .selectFrom('walks.walk')
    .where('agreement_id', '=', agreementId)
    .where('group_id', 'is not', null)
    .where('cancelled_at', 'is', null)
    .select(({ fn, eb }) => ['group_id', fn.countAll<string>().as('nights'), eb(eb.ref('night'), '<', today).as('over')])
    .groupBy(['group_id', 'over'])
    .execute();
  const counts = new Map<string, { had: number; coming: number }>();
  for (const { group_id, nights, over } of rows) {
    const count = counts.get(group_id!) ?? { had: 0, coming: 0 };
    counts.set(group_id!, { ...count, [over ? 'had' : 'coming']: Number(nights) });
  }
  return counts;
}

export async function enteredOccasions(context: Context, agreementId: string, { start, end }: Period): Promise<Occasion[]> {
  const rows = await tables(context)
    .selectFrom('walks.occasion')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .where('starts_on', '<=', end)
    .where('ends_on', '>=', start)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, name, starts_on, ends_on }) => ({ id, kind, name, period: { start: starts_on, end: ends_on } }));
}

export async function insertOccasion(context: Context, agreementId: string, { kind, name, period }: { kind: EnteredOccasion; name: string; period: Period }): Promise<string> {
  const id = randomUUID();
  const { at, by } = now(context);
  await tables(context)
    .insertInto('walks.occasion')
    .values({ id, agreement_id: agreementId, kind, name, starts_on: period.start, ends_on: period.end, made_at: at, made_by: by, removed_at: null, removed_by: null })
    .execute();
  return id;
}

/** Takes away what was entered, or brings it back. False where it is not the partnership's, or already is so. */
export async function setOccasionRemoved(context: Context, { agreementId, id, removed }: { agreementId: string; id: string; removed: boolean }): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context)
    .updateTable('walks.occasion')
    .set(removed ? { removed_at: at, removed_by: by } : { removed_at: null, removed_by: null })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
