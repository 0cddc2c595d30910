import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import { now } from '../store/rows.server.ts';
import type { KitDamage, KitKind } from './model.ts';
import { tables } from './rows.server.ts';

export interface StoredItem {
  id: string;
  agreementId: string;
  kind: KitKind;
  number: number;
}

const items = (context: Context) => tables(context).selectFrom('walks.kit_item').where('gone_at', 'is', null).select(['id', 'agreement_id as agreementId', 'kind', 'number']);

/** A partnership's things that are not gone, by kind and number. */
export const itemsIn = (context: Context, agreementId: string): Promise<StoredItem[]> => items(context).where('agreement_id', '=', agreementId).orderBy('kind').orderBy('number').execute();

export const findItem = async (context: Context, id: string): Promise<StoredItem | null> => (await items(context).where('id', '=', id).executeTakeFirst()) ?? null;

/** Adds so many things of a kind, numbered on from the highest there has been. Two who add at once wait for each other. */
export async function insertItems(context: Context, { agreementId, kind, count }: { agreementId: string; kind: KitKind; count: number }): Promise<void> {
  await tables(context).selectFrom('walks.network').where('agreement_id', '=', agreementId).select('agreement_id').forUpdate().execute();
  const { highest } = await tables(context)
    .selectFrom('walks.kit_item')
    .where('agreement_id', '=', agreementId)
    .where('kind', '=', kind)
    .select(({ fn }) => fn.max('number').as('highest'))
    .executeTakeFirstOrThrow();
  const { at, by } = now(context);
  const rows = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), agreement_id: agreementId, kind, number: (highest ?? 0) + index + 1, added_at: at, added_by: by, gone_at: null, gone_by: null }));
  await tables(context).insertInto('walks.kit_item').values(rows).execute();
}

/** Says that a thing is gone for good. False where it was. */
export async function markGone(context: Context, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const { numUpdatedRows } = await tables(context).updateTable('walks.kit_item').set({ gone_at: at, gone_by: by }).where('id', '=', id).where('gone_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface Out {
  itemId: string;
  groupId: string;
  lentOn: CalendarDate;
  dueOn: CalendarDate | null;
}

/** What is out, and with which group: for all who may see the walks. */
export async function outIn(context: Context, agreementId: string): Promise<Out[]> {
  const { rows } = await sql<{ item_id: string; group_id: string; lent_on: CalendarDate; due_on: CalendarDate | null }>`select * from walks.kit_out(${agreementId})`.execute(context.database);
  return rows.map(({ item_id, group_id, lent_on, due_on }) => ({ itemId: item_id, groupId: group_id, lentOn: lent_on, dueOn: due_on }));
}

/** Whom of a group things are with. Whoever does not lead the group finds nobody. */
export async function holdersIn(context: Context, agreementId: string): Promise<Map<string, string>> {
  const rows = await tables(context)
    .selectFrom('walks.kit_loan as l')
    .innerJoin('walks.kit_item as i', 'i.id', 'l.item_id')
    .where('i.agreement_id', '=', agreementId)
    .where('l.returned_on', 'is', null)
    .where('l.holder_id', 'is not', null)
    .select(['l.item_id', 'l.holder_id'])
    .execute();
  return new Map(rows.map(({ item_id, holder_id }) => [item_id, holder_id!]));
}

/** Lends a thing out. False where it is out already: the index decides. */
export async function insertLoan(context: Context, { itemId, groupId, holderId, dueOn }: { itemId: string; groupId: string; holderId: string | null; dueOn: CalendarDate | null }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(context)
    .insertInto('walks.kit_loan')
    .values({ id: randomUUID(), item_id: itemId, group_id: groupId, holder_id: holderId, lent_on: context.clock.today(), lent_by: now(context).by, due_on: dueOn, returned_on: null, returned_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes a thing back, and gives the group that had it; null where none of the reader's groups has. */
export async function endLoan(context: Context, itemId: string): Promise<string | null> {
  const row = await tables(context)
    .updateTable('walks.kit_loan')
    .set({ returned_on: context.clock.today(), returned_by: now(context).by })
    .where('item_id', '=', itemId)
    .where('returned_on', 'is', null)
    .returning('group_id')
    .executeTakeFirst();
  return row?.group_id ?? null;
}

/** What should have been back before this day, by group. */
export async function lateOn(context: Context, today: CalendarDate): Promise<{ loanId: string; agreementId: string; groupId: string; kind: KitKind; number: number; dueOn: CalendarDate }[]> {
  const rows = await tables(context)
    .selectFrom('walks.kit_loan as l')
    .innerJoin('walks.kit_item as i', 'i.id', 'l.item_id')
    .where('l.returned_on', 'is', null)
    .where('l.due_on', '<', today)
    .where('i.gone_at', 'is', null)
    .select(['l.id', 'i.agreement_id', 'l.group_id', 'i.kind', 'i.number', 'l.due_on'])
    .orderBy('l.group_id')
    .orderBy('i.kind')
    .orderBy('i.number')
    .execute();
  return rows.map(({ id, agreement_id, group_id, kind, number, due_on }) => ({ loanId: id, agreementId: agreement_id, groupId: group_id, kind, number, dueOn: due_on! }));
}

/** What is broken in a partnership's kit and not mended, the oldest first. */
export async function damagesIn(context: Context, agreementId: string): Promise<(KitDamage & { itemId: string })[]> {
  const rows = await tables(context)
    .selectFrom('walks.kit_damage as d')
    .innerJoin('walks.kit_item as i', 'i.id', 'd.item_id')
    .where('i.agreement_id', '=', agreementId)
    .where('d.mended_at', 'is', null)
    .select(['d.id', 'd.item_id', 'd.words', 'd.photo', 'd.noted_at'])
    .orderBy('d.noted_at')
    .execute();
  return rows.map(({ id, item_id, words, photo, noted_at }) => ({ id, itemId: item_id, words, photo, notedAt: noted_at }));
}

export async function insertDamage(context: Context, { itemId, words, photo }: { itemId: string; words: string; photo: string | null }): Promise<string> {
  const id = randomUUID();
  const { at, by } = now(context);
  await tables(context).insertInto('walks.kit_damage').values({ id, item_id: itemId, words, photo, noted_at: at, noted_by: by, mended_at: null, mended_by: null }).execute();
  return id;
}

/** Says that a damage has been mended; gives the thing, or null where it had been. */
export async function markMended(context: Context, id: string): Promise<string | null> {
  const { at, by } = now(context);
  const row = await tables(context).updateTable('walks.kit_damage').set({ mended_at: at, mended_by: by }).where('id', '=', id).where('mended_at', 'is', null).returning('item_id').executeTakeFirst();
  return row?.item_id ?? null;
}

/** The thing that a damage is of; null where the reader may not know of it. */
export async function itemOfDamage(context: Context, id: string): Promise<StoredItem | null> {
  const row = await tables(context).selectFrom('walks.kit_damage').where('id', '=', id).select('item_id').executeTakeFirst();
  return row ? findItem(context, row.item_id) : null;
}

/** Those who walk with groups that the reader leads, by name; a protected one has none. */
export async function walkersLed(context: Context, agreementId: string): Promise<{ personId: string; groupId: string; name: string | null }[]> {
  const { rows } = await sql<{ person_id: string; group_id: string; name: string | null }>`select * from walks.walkers_led(${agreementId}) order by name`.execute(context.database);
  return rows.map(({ person_id, group_id, name }) => ({ personId: person_id, groupId: group_id, name }));
}
