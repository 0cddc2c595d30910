import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { AsideReason, Entry } from '../model.ts';
import type { Part } from '../rules/right.ts';
import { type Sent, settlesWithoutRight } from '../rules/settling.ts';
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

/** Whether the one who asks may say which of two words stands: whoever leads the walk or its group. */
export async function maySettle(context: Context, walkId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select walks.may_settle(${walkId}) as may`.execute(context.database);
  return rows[0].may;
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

/** On which walk, by whom and with what right entries have been sent. */
interface Sender {
  walkId: string;
  personId: string;
  maySettle: boolean;
  aside: AsideReason | null;
}

/** Keeps the entries that are not kept already: each identity once. Gives the ids of the new ones. */
export async function insertEntries(context: Context, { walkId, personId, maySettle: may_settle, aside }: Sender, entries: KeptEntry[]): Promise<Set<string>> {
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
        may_settle,
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
export interface StoredEntry extends Sent {
  receivedAt: Date;
  phoneAt: Date;
  personId: string;
  asideBecause: AsideReason | null;
  letCountAt: Date | null;
  letCountBy: string | null;
}

/** Whether an entry may count: it was never set aside, or somebody has said that it shall. */
export const mayCount = ({ asideBecause, letCountAt }: StoredEntry): boolean => asideBecause === null || letCountAt !== null;

/** A walk's entries, as far as the one who asks may know of them. One that settles what its sender may not is aside, whichever came first. */
export async function entriesOf(context: Context, walkId: string): Promise<StoredEntry[]> {
  const rows = await nightTables(context).selectFrom('walks.entry').selectAll().where('walk_id', '=', walkId).orderBy('captured_at').orderBy('id').execute();
  const stored = rows.map((row) => ({
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
    maySettle: row.may_settle,
  }));
  const settling = settlesWithoutRight(stored);
  return stored.map((entry) => (settling.has(entry.id) ? { ...entry, asideBecause: entry.asideBecause ?? 'settles' } : entry));
}

/** Lets what was kept aside for this reason count. False where somebody has already. */
export async function letEntryCount(context: Context, { id, asideBecause }: StoredEntry): Promise<boolean> {
  const { at, by } = now(context);
  const result = await nightTables(context)
    .updateTable('walks.entry')
    .set({ let_count_at: at, let_count_by: by, aside_because: asideBecause })
    .where('id', '=', id)
    .where('let_count_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
