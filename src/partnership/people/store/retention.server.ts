import { randomUUID } from 'node:crypto';
import type { Generated, Selectable } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { placeOf } from '#platform/access/assignments.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Deciding, RetentionDecision } from '../rules/retention.ts';

type RetentionTables = {
  'people.retention': {
    id: Generated<number>;
    organisation_id: string;
    type: RecordType;
    months: number | null;
    case_number: string;
    decided_on: string;
    decided_by: string;
    recorded_at: Date;
    recorded_by: string;
  };
  'people.disposal': { id: string; retention_id: number; agreement_id: string | null; type: RecordType; count: number; disposed_at: Date };
  'people.party': { agreement_id: string; organisation_id: string };
  'people.organisation': { id: string; sector: 'public' | 'civil' | null };
  'people.contact_person': { agreement_id: string };
  'people.person': { id: string; organisation_id: string | null; until: string | null };
  'people.credential': { person_id: string };
  'access.assignment': { account_id: string; organisation_id: string | null; ended_at: Date | null };
};

const tables = (context: Context) => context.database.withTables<RetentionTables>();

export async function insertRetention(context: Context, decision: Omit<RetentionDecision, 'id' | 'recordedAt' | 'recordedBy'>): Promise<void> {
  const { organisationId, type, months, caseNumber, decidedOn, decidedBy } = decision;
  await tables(context)
    .insertInto('people.retention')
    .values({
      organisation_id: organisationId,
      type,
      months,
      case_number: caseNumber,
      decided_on: decidedOn,
      decided_by: decidedBy,
      recorded_at: context.clock.now(),
      recorded_by: actorName(context.actor),
    })
    .execute();
}

/** What each organisation has decided last on each type; of all organisations, or of these. */
export async function decisions(context: Context, organisationIds?: string[]): Promise<RetentionDecision[]> {
  if (organisationIds?.length === 0) return [];
  const all = tables(context).selectFrom('people.retention').distinctOn(['organisation_id', 'type']).selectAll().orderBy('organisation_id').orderBy('type').orderBy('id', 'desc');
  return (await (organisationIds ? all.where('organisation_id', 'in', organisationIds) : all).execute()).map(asDecision);
}

const asDecision = (row: Selectable<RetentionTables['people.retention']>): RetentionDecision => ({
  id: row.id,
  organisationId: row.organisation_id,
  type: row.type,
  months: row.months,
  caseNumber: row.case_number,
  decidedOn: row.decided_on,
  decidedBy: row.decided_by,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
});

/** The organisations that are parties of the partnership. */
export async function decidersOf(context: Context, agreementId: string): Promise<Deciding[]> {
  const parties = await tables(context)
    .selectFrom('people.party as p')
    .innerJoin('people.organisation as o', 'o.id', 'p.organisation_id')
    .where('p.agreement_id', '=', agreementId)
    .distinct()
    .select(['o.id as organisationId', 'o.sector'])
    .execute();
  if (parties.length > 0) return parties;
  // What never commenced has no parties yet: it is a matter of those it was handed in for.
  const { organisationIds } = await placeOf(context, agreementId);
  if (organisationIds.length === 0) return [];
  return tables(context).selectFrom('people.organisation as o').where('o.id', 'in', organisationIds).select(['o.id as organisationId', 'o.sector']).execute();
}

export async function insertDisposal(context: Context, { retentionId, agreementId, type, count }: { retentionId: number; agreementId: string | null; type: RecordType; count: number }): Promise<void> {
  await tables(context).insertInto('people.disposal').values({ id: randomUUID(), retention_id: retentionId, agreement_id: agreementId, type, count, disposed_at: context.clock.now() }).execute();
}

/** What was disposed of under the organisation's decisions, the newest first. */
export interface Disposal {
  type: RecordType;
  count: number;
  caseNumber: string;
  disposedAt: Date;
}

export async function disposalsOf(context: Context, organisationId: string, limit: number): Promise<Disposal[]> {
  return tables(context)
    .selectFrom('people.disposal as d')
    .innerJoin('people.retention as r', 'r.id', 'd.retention_id')
    .where('r.organisation_id', '=', organisationId)
    .select(['d.type', 'd.count', 'r.case_number as caseNumber', 'd.disposed_at as disposedAt'])
    .orderBy('d.disposed_at', 'desc')
    .limit(limit)
    .execute();
}

/** Removes the partnership's contact persons for good; how many there were. */
export async function removeContactPersons(context: Context, agreementId: string): Promise<number> {
  const { numDeletedRows } = await tables(context).deleteFrom('people.contact_person').where('agreement_id', '=', agreementId).executeTakeFirst();
  return Number(numDeletedRows);
}

/** The organisations that somebody acts for here. */
export async function organisationsHere(context: Context): Promise<Deciding[]> {
  return tables(context)
    .selectFrom('people.organisation as o')
    .innerJoin('access.assignment as a', 'a.organisation_id', 'o.id')
    .where('a.ended_at', 'is', null)
    .distinct()
    .select(['o.id as organisationId', 'o.sector'])
    .execute();
}

/** Those who left the organisation before this day and hold no role any more. */
export async function personsGone(context: Context, organisationId: string, before: CalendarDate): Promise<string[]> {
  const rows = await tables(context)
    .selectFrom('people.person as p')
    .where('p.organisation_id', '=', organisationId)
    .where('p.until', '<', before)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('access.assignment as a').whereRef('a.account_id', '=', 'p.id').where('a.ended_at', 'is', null).select('a.account_id'))))
    .select('p.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Removes these people for good, with what was noted about them. */
export async function removePersons(context: Context, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables(context).deleteFrom('people.credential').where('person_id', 'in', ids).execute();
  await tables(context).deleteFrom('people.person').where('id', 'in', ids).execute();
}
