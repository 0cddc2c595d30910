import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { AsideReason, Entry } from '../model.ts';
import type { Part } from '../rules/right.ts';
import { nightTables } from './rows.server.ts';

/** A walk as far as somebody who has, or has had, a part in it needs it to be known, and how they stand to it. */
export interface PartInWalk extends Part {
  walkId: string;
  agreementId: string;
  areaId: string;
  groupId: string | null;
  starts: Date;
  closed: boolean;
}

/** The part that the one who asks has, or has had, in a walk; null where they never had any. */
export async function partIn(context: Context, walkId: string): Promise<PartInWalk | null> {
  type Row = { agreement_id: string; area_id: string; group_id: string | null; starts: Date; walk_cancelled: boolean; closed: boolean; placed: boolean; cancelled: boolean; left: boolean };
  const { rows } = await sql<Row>`select * from walks.part_in(${walkId})`.execute(context.database);
  return rows.length === 0 ? null : asPart(walkId, rows[0]);
}

const asPart = (walkId: string, { agreement_id, area_id, group_id, walk_cancelled, ...row }: { agreement_id: string; area_id: string; group_id: string | null; walk_cancelled: boolean; starts: Date; closed: boolean; placed: boolean; cancelled: boolean; left: boolean }): PartInWalk => ({
  ...row,
  walkId,
  agreementId: agreement_id,
  areaId: area_id,
  groupId: group_id,
  walkCancelled: walk_cancelled,
});

/** Lets one at a time write in a walk's night, until the transaction ends. */
export async function holdNight(context: Context, walkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${walkId}, 0))`.execute(context.database);
}

/** The sign-ups of a walk: what entries can be about. */
export async function signupsOf(context: Context, walkId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select walks.signups_of(${walkId}) as id`.execute(context.database);
  return new Set(rows.map(({ id }) => id));
}

/** An entry to keep, with when its telephone thought that it was. */
export interface KeptEntry extends Entry {
  phoneAt: Date;
}

/** Keeps the entries that are not kept already: each identity once. Gives the ids of the new ones. */
export async function insertEntries(context: Context, { walkId, personId, aside }: { walkId: string; personId: string; aside: AsideReason | null }, entries: KeptEntry[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const { at } = now(context);
  const added = await nightTables(context)
    .insertInto('walks.entry')
    .values(
      entries.map(({ id, kind, about, buildsOn, body, phoneAt, capturedAt }) => ({
        id,
        walk_id: walkId,
        kind,
        about,
        builds_on: buildsOn,
        body: JSON.stringify(body),
        phone_at: phoneAt,
        captured_at: new Date(capturedAt),
        received_at: at,
        by_person: personId,
        aside_because: aside,
        let_count_at: null,
        let_count_by: null,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(added.map(({ id }) => id));
}

/** An entry as it is kept. */
export interface StoredEntry extends Entry {
  receivedAt: Date;
  phoneAt: Date;
  personId: string;
  asideBecause: AsideReason | null;
  letCountAt: Date | null;
  letCountBy: string | null;
}

/** Whether an entry may count: it was never set aside, or somebody has said that it shall. */
export const mayCount = ({ asideBecause, letCountAt }: StoredEntry): boolean => asideBecause === null || letCountAt !== null;

/** A walk's entries, as far as the one who asks may know of them. */
export async function entriesOf(context: Context, walkId: string): Promise<StoredEntry[]> {
  const rows = await nightTables(context).selectFrom('walks.entry').selectAll().where('walk_id', '=', walkId).orderBy('captured_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    about: row.about,
    buildsOn: row.builds_on,
    body: row.body as Entry['body'],
    capturedAt: row.captured_at.toISOString(),
    phoneAt: row.phone_at,
    receivedAt: row.received_at,
    personId: row.by_person,
    asideBecause: row.aside_because,
    letCountAt: row.let_count_at,
    letCountBy: row.let_count_by,
  }));
}

/** Lets what was kept aside count. False where it is not aside, or somebody has already. */
export async function letEntryCount(context: Context, { walkId, entryId }: { walkId: string; entryId: string }): Promise<boolean> {
  const { at, by } = now(context);
  const result = await nightTables(context)
    .updateTable('walks.entry')
    .set({ let_count_at: at, let_count_by: by })
    .where('id', '=', entryId)
    .where('walk_id', '=', walkId)
    .where('aside_because', 'is not', null)
    .where('let_count_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
