import { randomUUID } from 'node:crypto';
import type { Generated, Selectable } from 'kysely';
import type { RecordType } from '#kernel/personal-data.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { RetentionDecision } from '../rules/retention.ts';

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
  'people.disposal': { id: string; retention_id: number; agreement_id: string; type: RecordType; count: number; disposed_at: Date };
  'people.party': { agreement_id: string; organisation_id: string };
  'people.organisation': { id: string; sector: 'public' | 'civil' | null };
  'people.contact_person': { agreement_id: string };
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
export async function decidersOf(context: Context, agreementId: string): Promise<{ organisationId: string; sector: 'public' | 'civil' | null }[]> {
  return tables(context)
    .selectFrom('people.party as p')
    .innerJoin('people.organisation as o', 'o.id', 'p.organisation_id')
    .where('p.agreement_id', '=', agreementId)
    .distinct()
    .select(['o.id as organisationId', 'o.sector'])
    .execute();
}

export async function insertDisposal(context: Context, { retentionId, agreementId, type, count }: { retentionId: number; agreementId: string; type: RecordType; count: number }): Promise<void> {
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
