import { randomUUID } from 'node:crypto';
import type { Generated, Selectable } from 'kysely';
import { isId } from '#kernel/id.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Answer, Assessment, CriteriaSet, Criterion, Plan, Said } from './model.ts';

type AssessingTables = {
  'agreement.criteria_set': { id: string; organisation_id: string; version: number; criteria: unknown; made_at: Date; made_by: string };
  'agreement.assessment': {
    id: string;
    organisation_id: string;
    agreement_id: string | null;
    title: string;
    description: string;
    recipient: string;
    org_number: string | null;
    planned_ore: number | null;
    planned_rate: number | null;
    planned_rate_on: string | null;
    common_version: number;
    own_set_id: string | null;
    begun_at: Date;
    begun_by: string;
    completed_at: Date | null;
    completed_by: string | null;
  };
  'agreement.assessment_answer': { id: Generated<number>; assessment_id: string; criterion: string; said: Said; reason: string; answered_at: Date; answered_by: string };
};

const tables = (context: Context) => context.database.withTables<AssessingTables>();

/** The organisation's assessments, the newest first. */
export async function assessmentsOf(context: Context, organisationId: string): Promise<Assessment[]> {
  const rows = await tables(context).selectFrom('agreement.assessment').where('organisation_id', '=', organisationId).selectAll().orderBy('begun_at', 'desc').orderBy('id').execute();
  return rows.map(asAssessment);
}

export async function findAssessment(context: Context, id: string): Promise<Assessment | null> {
  if (!isId(id)) return null;
  const row = await tables(context).selectFrom('agreement.assessment').where('id', '=', id).selectAll().executeTakeFirst();
  return row ? asAssessment(row) : null;
}

/** Holds the assessment until the transaction ends, so that nobody answers while it is being completed. */
export async function holdAssessment(context: Context, id: string): Promise<Assessment | null> {
  const row = await tables(context).selectFrom('agreement.assessment').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
  return row ? asAssessment(row) : null;
}

export async function insertAssessment(context: Context, { organisationId, commonVersion, ownSetId, ...plan }: Plan & Pick<Assessment, 'organisationId' | 'commonVersion' | 'ownSetId'>): Promise<string> {
  const id = randomUUID();
  await tables(context)
    .insertInto('agreement.assessment')
    .values({ id, organisation_id: organisationId, ...asColumns(plan), common_version: commonVersion, own_set_id: ownSetId, begun_at: context.clock.now(), begun_by: actorName(context.actor) })
    .execute();
  return id;
}

export async function writePlan(context: Context, id: string, plan: Plan): Promise<void> {
  await tables(context).updateTable('agreement.assessment').set(asColumns(plan)).where('id', '=', id).execute();
}

export async function writeConnection(context: Context, id: string, agreementId: string | null): Promise<void> {
  await tables(context).updateTable('agreement.assessment').set({ agreement_id: agreementId }).where('id', '=', id).execute();
}

export async function writeCompletion(context: Context, id: string): Promise<void> {
  await tables(context).updateTable('agreement.assessment').set({ completed_at: context.clock.now(), completed_by: actorName(context.actor) }).where('id', '=', id).execute();
}

/** Every answer that has been given, the oldest first; of those to the same criterion the last counts. */
export async function answersTo(context: Context, assessmentIds: string[]): Promise<(Answer & { assessmentId: string })[]> {
  if (assessmentIds.length === 0) return [];
  const rows = await tables(context).selectFrom('agreement.assessment_answer').where('assessment_id', 'in', assessmentIds).selectAll().orderBy('id').execute();
  return rows.map(({ assessment_id, criterion, said, reason, answered_at, answered_by }) => ({ assessmentId: assessment_id, criterion, said, reason, answeredAt: answered_at, answeredBy: answered_by }));
}

export async function insertAnswers(context: Context, assessmentId: string, answers: Pick<Answer, 'criterion' | 'said' | 'reason'>[]): Promise<void> {
  const given = { assessment_id: assessmentId, answered_at: context.clock.now(), answered_by: actorName(context.actor) };
  await tables(context).insertInto('agreement.assessment_answer').values(answers.map((answer) => ({ ...answer, ...given }))).execute();
}

/** The organisation's own criteria as they are now; null where it has none. */
export async function newestSetOf(context: Context, organisationId: string): Promise<CriteriaSet | null> {
  const row = await tables(context).selectFrom('agreement.criteria_set').where('organisation_id', '=', organisationId).selectAll().orderBy('version', 'desc').executeTakeFirst();
  return row ? asSet(row) : null;
}

export async function setsNamed(context: Context, ids: string[]): Promise<CriteriaSet[]> {
  if (ids.length === 0) return [];
  return (await tables(context).selectFrom('agreement.criteria_set').where('id', 'in', ids).selectAll().execute()).map(asSet);
}

/** False where somebody else has made this version meanwhile. */
export async function insertSet(context: Context, { organisationId, version, criteria }: Pick<CriteriaSet, 'organisationId' | 'version' | 'criteria'>): Promise<boolean> {
  const result = await tables(context)
    .insertInto('agreement.criteria_set')
    .values({ id: randomUUID(), organisation_id: organisationId, version, criteria: JSON.stringify(criteria), made_at: context.clock.now(), made_by: actorName(context.actor) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'version']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const asColumns = ({ title, description, recipient, orgNumber, plannedOre, plannedRate, plannedRateOn }: Plan) => ({
  title,
  description,
  recipient,
  org_number: orgNumber,
  planned_ore: plannedOre,
  planned_rate: plannedRate,
  planned_rate_on: plannedRateOn,
});

const asAssessment = (row: Selectable<AssessingTables['agreement.assessment']>): Assessment => ({
  id: row.id,
  organisationId: row.organisation_id,
  agreementId: row.agreement_id,
  title: row.title,
  description: row.description,
  recipient: row.recipient,
  orgNumber: row.org_number,
  plannedOre: row.planned_ore,
  plannedRate: row.planned_rate,
  plannedRateOn: row.planned_rate_on,
  commonVersion: row.common_version,
  ownSetId: row.own_set_id,
  begunAt: row.begun_at,
  begunBy: row.begun_by,
  completion: row.completed_at && row.completed_by !== null ? { at: row.completed_at, by: row.completed_by } : null,
});

const asSet = ({ id, organisation_id, version, criteria, made_at, made_by }: Selectable<AssessingTables['agreement.criteria_set']>): CriteriaSet => ({ id, organisationId: organisation_id, version, criteria: criteria as Criterion[], madeAt: made_at, madeBy: made_by });
