import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type Actor, actorName, type Assignment } from '../actor.ts';
import type { Context } from '../context.ts';
import { type Ability, may, type Role } from './roles.ts';
import type { Place } from './standing.ts';

type AccessTables = {
  'access.assignment': {
    id: string;
    account_id: string;
    role: Role;
    organisation_id: string | null;
    unit_id: string | null;
    agreement_id: string | null;
    deputises_for: string | null;
    starts: CalendarDate;
    ends: CalendarDate | null;
    given_at: Date;
    given_by: string;
    ended_at: Date | null;
    ended_by: string | null;
  };
  'access.participation': { agreement_id: string; organisation_id: string; since: Date };
  'people.organisation': { id: string; name: string };
};

const tables = (context: Context) => context.database.withTables<AccessTables>();

/** What an account is entrusted with today, the oldest first. */
export async function assignmentsOf(context: Context, accountId: string): Promise<Assignment[]> {
  const today = context.clock.today();
  const rows = await tables(context)
    .selectFrom('access.assignment as a')
    .leftJoin('people.organisation as o', 'o.id', 'a.organisation_id')
    .where('a.account_id', '=', accountId)
    .where('a.ended_at', 'is', null)
    .where('a.starts', '<=', today)
    .where((where) => where.or([where('a.ends', 'is', null), where('a.ends', '>=', today)]))
    .select(['a.id', 'a.role', 'a.organisation_id', 'o.name', 'a.agreement_id'])
    .orderBy('a.given_at')
    .orderBy('a.id')
    .execute();
  return rows.map(({ id, role, organisation_id, name, agreement_id }) => ({
    id,
    role,
    organisation: organisation_id ? { id: organisation_id, name: name ?? '' } : null,
    agreementId: agreement_id,
  }));
}

/** What is given: to whom, for which organisation, in one partnership or, where none is named, in all of its. */
export interface Entrusting {
  accountId: string;
  role: Role;
  organisationId: string | null;
  agreementId: string | null;
  starts?: CalendarDate;
  ends?: CalendarDate | null;
  unitId?: string | null;
  deputisesFor?: string | null;
}

/** Gives somebody a role and its id; null where they hold it already: the index decides. */
export async function entrust(context: Context, given: Entrusting): Promise<string | null> {
  const id = randomUUID();
  const result = await tables(context)
    .insertInto('access.assignment')
    .values({
      id,
      account_id: given.accountId,
      role: given.role,
      organisation_id: given.organisationId,
      unit_id: given.unitId ?? null,
      agreement_id: given.agreementId,
      deputises_for: given.deputisesFor ?? null,
      starts: given.starts ?? context.clock.today(),
      ends: given.ends ?? null,
      given_at: context.clock.now(),
      given_by: actorName(context.actor),
      ended_at: null,
      ended_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n ? id : null;
}

/** Whether anybody administers the house today. */
export async function hasAdministrator(context: Context): Promise<boolean> {
  const held = await tables(context).selectFrom('access.assignment').select('id').where('role', '=', 'administrator').where('ended_at', 'is', null).executeTakeFirst();
  return held !== undefined;
}

/** Lets organisations into a partnership. Those that take part already stay as they are. */
export async function letTakePart(context: Context, agreementId: string, organisationIds: string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  const since = context.clock.now();
  await tables(context)
    .insertInto('access.participation')
    .values(organisationIds.map((organisation_id) => ({ agreement_id: agreementId, organisation_id, since })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Where the partnership lies, as far as the actor may know: nothing of a partnership that is not theirs. */
export async function placeOf(context: Context, agreementId: string): Promise<Place> {
  const rows = await tables(context).selectFrom('access.participation').where('agreement_id', '=', agreementId).select('organisation_id').execute();
  return { agreementId, organisationIds: rows.map(({ organisation_id }) => organisation_id) };
}

/** A condition for lists: the partnership in this column is one where the actor has the ability. The first lock; row security is the second. */
export function reachable(actor: Actor, ability: Ability, column: string): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql`true`;
  const able = actor.kind === 'person' ? actor.assignments.filter(({ role }) => may([role], ability)) : [];
  const whole = able.flatMap(({ agreementId, organisation }) => (agreementId === null && organisation ? [organisation.id] : []));
  const single = able.flatMap(({ agreementId }) => agreementId ?? []);
  const sets = [
    ...(whole.length > 0 ? [sql`select agreement_id from access.participation where organisation_id = any(${whole}::uuid[])`] : []),
    ...(single.length > 0 ? [sql`select unnest(${single}::uuid[])`] : []),
  ];
  return sets.length > 0 ? sql`${sql.ref(column)} in (${sql.join(sets, sql` union all `)})` : sql`false`;
}

/** An assignment as it is kept, for lists of who does what and for ending it. */
export interface KeptAssignment {
  id: string;
  accountId: string;
  role: Role;
  organisation: { id: string; name: string } | null;
  agreementId: string | null;
  deputisesFor: string | null;
  starts: CalendarDate;
  ends: CalendarDate | null;
}

/** Assignments that have not ended, begun or not, with the organisations' names. */
const kept = (context: Context) =>
  tables(context)
    .selectFrom('access.assignment as a')
    .leftJoin('people.organisation as o', 'o.id', 'a.organisation_id')
    .where('a.ended_at', 'is', null)
    .where((where) => where.or([where('a.ends', 'is', null), where('a.ends', '>=', context.clock.today())]))
    .select(['a.id', 'a.account_id', 'a.role', 'a.organisation_id', 'o.name', 'a.agreement_id', 'a.deputises_for', 'a.starts', 'a.ends'])
    .orderBy('o.name')
    .orderBy('a.starts')
    .orderBy('a.id');

type KeptRow = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number];

const asKept = (row: KeptRow): KeptAssignment => ({
  id: row.id,
  accountId: row.account_id,
  role: row.role,
  organisation: row.organisation_id ? { id: row.organisation_id, name: row.name ?? '' } : null,
  agreementId: row.agreement_id,
  deputisesFor: row.deputises_for,
  starts: row.starts,
  ends: row.ends,
});

/** Who acts in a partnership: in it alone, and in all of a party's partnerships. */
export async function assignmentsIn(context: Context, { agreementId, organisationIds }: Place): Promise<KeptAssignment[]> {
  const rows = await kept(context)
    .where((where) =>
      where.or([
        where('a.agreement_id', '=', agreementId),
        ...(organisationIds.length > 0 ? [where.and([where('a.agreement_id', 'is', null), where('a.organisation_id', 'in', organisationIds)])] : []),
      ]),
    )
    .execute();
  return rows.map(asKept);
}

/** Who acts for an organisation in all of its partnerships; with null, who administers the house. */
export async function assignmentsFor(context: Context, organisationId: string | null): Promise<KeptAssignment[]> {
  const ofWhole = kept(context).where('a.agreement_id', 'is', null);
  return (await (organisationId ? ofWhole.where('a.organisation_id', '=', organisationId) : ofWhole.where('a.role', '=', 'administrator')).execute()).map(asKept);
}

export async function findAssignment(context: Context, id: string): Promise<KeptAssignment | null> {
  const row = await kept(context).where('a.id', '=', id).executeTakeFirst();
  return row ? asKept(row) : null;
}

/** Ends an assignment now. False when somebody has ended it before. */
export async function endAssignment(context: Context, id: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable('access.assignment')
    .set({ ended_at: context.clock.now(), ended_by: actorName(context.actor) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes an organisation's assignments that ended before this day, but those that somebody's deputy is kept by; how many. Only the house may. */
export async function removeEnded(context: Context, organisationId: string, before: CalendarDate): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from access.assignment a where a.organisation_id = ${organisationId} and least(a.ended_at::date, a.ends) < ${before}::date
    and not exists (select 1 from access.assignment deputy where deputy.deputises_for = a.id)`.execute(context.database);
  return Number(numAffectedRows);
}
