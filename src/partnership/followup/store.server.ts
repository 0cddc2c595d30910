import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { AttachedFile, CaseSeries, Content, Draft, Registration, Submission, SubmissionKind } from './model.ts';

type ContentColumns = { kind: SubmissionKind; title: string; body: string; files: unknown; duty_id: string | null };
type FollowupTables = {
  'followup.draft': ContentColumns & {
    id: string;
    agreement_id: string;
    organisation_id: string;
    succeeds: string | null;
    version: number;
    begun_at: Date;
    begun_by: string;
    saved_at: Date;
    saved_by: string;
  };
  'followup.submission': ContentColumns & {
    id: string;
    agreement_id: string;
    organisation_id: string;
    organisation_name: string;
    draft_id: string;
    line: string;
    version: number;
    succeeds: string | null;
    handed_in_at: Date;
    handed_in_by: string;
    account_id: string;
    sha256: string;
  };
  'followup.registration': { submission_id: string; organisation_id: string; case_number: string; drawn: boolean; registered_at: Date; registered_by: string };
  'followup.case_series': { organisation_id: string; prefix: string; year: number; next: number; set_at: Date; set_by: string };
};

const tables = (context: Context) => context.database.withTables<FollowupTables>();

/** Begins a draft and gives its id; the one that succeeds the same submission already, where there is one. */
export async function insertDraft(context: Context, { agreementId, organisationId, succeeds, ...content }: Omit<Draft, 'id' | 'version' | 'savedAt' | 'savedBy'>): Promise<{ id: string; begun: boolean }> {
  const id = randomUUID();
  const [at, by] = [context.clock.now(), actorName(context.actor)];
  const result = await tables(context)
    .insertInto('followup.draft')
    .values({ id, agreement_id: agreementId, organisation_id: organisationId, succeeds, ...asColumns(content), version: 1, begun_at: at, begun_by: by, saved_at: at, saved_by: by })
    .onConflict((conflict) => conflict.column('succeeds').doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 1n) return { id, begun: true };
  return { id: (await tables(context).selectFrom('followup.draft').where('succeeds', '=', succeeds).select('id').executeTakeFirstOrThrow()).id, begun: false };
}

/** The draft, as far as the actor's organisations may see it. */
export async function findDraft(context: Context, id: string): Promise<Draft | null> {
  const row = isId(id) ? await tables(context).selectFrom('followup.draft').where('id', '=', id).selectAll().executeTakeFirst() : null;
  return row ? asDraft(row) : null;
}

/** The same, held until the transaction ends. */
export async function holdDraft(context: Context, id: string): Promise<Draft | null> {
  const row = isId(id) ? await tables(context).selectFrom('followup.draft').where('id', '=', id).selectAll().forUpdate().executeTakeFirst() : null;
  return row ? asDraft(row) : null;
}

/** Writes what a draft says that is held. */
export async function writeDraft(context: Context, { id, version, ...draft }: Draft): Promise<void> {
  await tables(context)
    .updateTable('followup.draft')
    .set({ ...asColumns(draft), version, saved_at: context.clock.now(), saved_by: actorName(context.actor) })
    .where('id', '=', id)
    .execute();
}

export async function removeDraft(context: Context, id: string): Promise<void> {
  await tables(context).deleteFrom('followup.draft').where('id', '=', id).execute();
}

/** The actor's organisations' drafts in the partnership, the one saved last first. */
export async function draftsOf(context: Context, agreementId: string): Promise<Draft[]> {
  return (await tables(context).selectFrom('followup.draft').where('agreement_id', '=', agreementId).selectAll().orderBy('saved_at', 'desc').orderBy('id').execute()).map(asDraft);
}

/** False where the draft has been handed in already or what it succeeds has been succeeded: the constraints decide. */
export async function insertSubmission(context: Context, draftId: string, submission: Submission): Promise<boolean> {
  const { id, agreementId, organisation, line, version, succeeds, handedInAt, handedInBy, sha256, ...content } = submission;
  const result = await tables(context)
    .insertInto('followup.submission')
    .values({
      id,
      agreement_id: agreementId,
      organisation_id: organisation.id,
      organisation_name: organisation.name,
      draft_id: draftId,
      line,
      version,
      succeeds,
      ...asColumns(content),
      handed_in_at: handedInAt,
      handed_in_by: handedInBy.name,
      account_id: handedInBy.id,
      sha256,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findSubmission(context: Context, id: string): Promise<Submission | null> {
  return isId(id) ? firstOf(await submissions(context).where('id', '=', id).execute()) : null;
}

/** What a draft became. */
export async function submissionOfDraft(context: Context, draftId: string): Promise<Submission | null> {
  return isId(draftId) ? firstOf(await submissions(context).where('draft_id', '=', draftId).execute()) : null;
}

/** Everything handed in in the partnership, the newest first. */
export async function submissionsOf(context: Context, agreementId: string): Promise<Submission[]> {
  return (await submissions(context).where('agreement_id', '=', agreementId).orderBy('handed_in_at', 'desc').orderBy('id').execute()).map(asSubmission);
}

/** All versions of the same thing, the first first. */
export async function versionsOf(context: Context, line: string): Promise<Submission[]> {
  return (await submissions(context).where('line', '=', line).orderBy('version').execute()).map(asSubmission);
}

export async function registrationsOf(context: Context, submissionIds: string[]): Promise<Registration[]> {
  if (submissionIds.length === 0) return [];
  const rows = await tables(context).selectFrom('followup.registration').where('submission_id', 'in', submissionIds).selectAll().orderBy('registered_at').orderBy('organisation_id').execute();
  return rows.map(asRegistration);
}

/** Registers the submission at every party that has a series of its own, under the next number of each. */
export async function drawNumbers(context: Context, submissionId: string): Promise<Registration[]> {
  const year = Number(context.clock.today().slice(0, 4));
  const { rows } = await sql<Selectable<FollowupTables['followup.registration']>>`select * from followup.draw_numbers(${submissionId}::uuid, ${year}::int, ${context.clock.now()}::timestamptz, ${actorName(context.actor)}::text)`.execute(context.database);
  return rows.map(asRegistration);
}

/** False where the organisation has registered it already. */
export async function insertRegistration(context: Context, { submissionId, organisationId, caseNumber }: Pick<Registration, 'submissionId' | 'organisationId' | 'caseNumber'>): Promise<boolean> {
  const result = await tables(context)
    .insertInto('followup.registration')
    .values({ submission_id: submissionId, organisation_id: organisationId, case_number: caseNumber, drawn: false, registered_at: context.clock.now(), registered_by: actorName(context.actor) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** The organisation's series, where it has one and the actor is of it. */
export async function seriesOf(context: Context, organisationId: string): Promise<CaseSeries | null> {
  const row = await tables(context).selectFrom('followup.case_series').where('organisation_id', '=', organisationId).selectAll().executeTakeFirst();
  return row ? { organisationId, prefix: row.prefix, year: row.year, next: row.next } : null;
}

/** Makes this the organisation's series. The caller has made sure that no number it gives has been given. */
export async function writeSeries(context: Context, { organisationId, ...series }: CaseSeries): Promise<void> {
  const row = { ...series, set_at: context.clock.now(), set_by: actorName(context.actor) };
  await tables(context)
    .insertInto('followup.case_series')
    .values({ organisation_id: organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute();
}

/** Holds the organisation's series, so that no number is drawn until the transaction ends. */
export async function holdSeries(context: Context, organisationId: string): Promise<void> {
  await tables(context).selectFrom('followup.case_series').where('organisation_id', '=', organisationId).select('organisation_id').forUpdate().execute();
}

/** The highest number drawn under the prefix in the year; 0 where none has been. */
export async function highestDrawn(context: Context, organisationId: string, { prefix, year }: Pick<CaseSeries, 'prefix' | 'year'>): Promise<number> {
  const { rows } = await sql<{ highest: number }>`select followup.highest_drawn(${organisationId}::uuid, ${`${prefix} ${year}/`}::text) as highest`.execute(context.database);
  return rows[0].highest;
}

const submissions = (context: Context) => tables(context).selectFrom('followup.submission').selectAll();

const firstOf = (rows: Selectable<FollowupTables['followup.submission']>[]): Submission | null => (rows.length > 0 ? asSubmission(rows[0]) : null);

/** Removes lines of submissions whose newest version is from before this moment; how many submissions. */
export async function removeSubmissions(context: Context, agreementId: string, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select followup.remove_submissions(${agreementId}, ${before}) as count`.execute(context.database);
  return Number(rows[0]!.count);
}

export async function partnershipsWithSubmissions(context: Context): Promise<string[]> {
  return (await tables(context).selectFrom('followup.submission').select('agreement_id').distinct().execute()).map(({ agreement_id }) => agreement_id);
}

const asColumns = ({ kind, title, body, files, dutyId }: Content) => ({ kind, title, body, files: JSON.stringify(files), duty_id: dutyId });

const asContent = ({ kind, title, body, files, duty_id }: ContentColumns): Content => ({ kind, title, body, files: files as AttachedFile[], dutyId: duty_id });

const asDraft = (row: Selectable<FollowupTables['followup.draft']>): Draft => ({
  id: row.id,
  agreementId: row.agreement_id,
  organisationId: row.organisation_id,
  succeeds: row.succeeds,
  version: row.version,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
  ...asContent(row),
});

const asSubmission = (row: Selectable<FollowupTables['followup.submission']>): Submission => ({
  id: row.id,
  agreementId: row.agreement_id,
  organisation: { id: row.organisation_id, name: row.organisation_name },
  line: row.line,
  version: row.version,
  succeeds: row.succeeds,
  handedInAt: row.handed_in_at,
  handedInBy: { id: row.account_id, name: row.handed_in_by },
  sha256: row.sha256,
  ...asContent(row),
});

const asRegistration = (row: Selectable<FollowupTables['followup.registration']>): Registration => ({
  submissionId: row.submission_id,
  organisationId: row.organisation_id,
  caseNumber: row.case_number,
  drawn: row.drawn,
  registeredAt: row.registered_at,
  registeredBy: row.registered_by,
});
