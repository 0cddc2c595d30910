import { randomUUID } from 'node:crypto';
import { type Generated, sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { actorName, type Person } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { DraftContent } from '../drafting/model.ts';
import type { Answer, AnswerVerdict, Approval, ApprovalStep, ApprovalStepKind, Comment, DraftVersion, Proposal, ProposedChange, Stood } from './model.ts';

type Tables = {
  'agreement.draft': { id: string; shared_at: Date | null; shared_by: string | null };
  'agreement.proposal': { id: string; ordinal: Generated<number>; draft_id: string; clause_id: string | null; change: unknown; stood: unknown; reason: string; replaces: string | null; organisation_id: string; proposed_at: Date; proposed_by: string; account_id: string };
  'agreement.answer': { proposal_id: string; verdict: AnswerVerdict; reason: string; organisation_id: string; answered_at: Date; answered_by: string; account_id: string };
  'agreement.comment': { id: string; ordinal: Generated<number>; draft_id: string; clause_id: string | null; answers: string | null; internal: boolean; organisation_id: string; text: string; written_at: Date; written_by: string; account_id: string };
  'agreement.draft_version': { id: string; draft_id: string; number: number; name: string; content: unknown; sha256: string; shared: boolean; organisation_id: string; made_at: Date; made_by: string };
  'agreement.approval_step': { id: string; organisation_id: string; step: ApprovalStepKind; body: string; set_at: Date; set_by: string; ended_at: Date | null; ended_by: string | null };
  'agreement.approval': { id: string; draft_version_id: string; step_id: string; organisation_id: string; decided_on: CalendarDate; paragraph: string; recorded_at: Date; recorded_by: string };
  'agreement.approval_correction': { id: string; ordinal: Generated<number>; approval_id: string; decided_on: CalendarDate | null; paragraph: string | null; recorded_at: Date; recorded_by: string };
  'agreement.freezing': { id: string; draft_id: string; draft_version_id: string; frozen_at: Date; frozen_by: string; released_at: Date | null; released_by: string | null };
  'people.organisation': { id: string; name: string };
};

const tables = (context: Context) => context.database.withTables<Tables>();
const nowBy = (context: Context) => ({ at: context.clock.now(), by: actorName(context.actor) });

/** Names of organisations, which are public; those that there are. */
export async function organisationNames(context: Context, ids: string[]): Promise<{ id: string; name: string }[]> {
  const known = ids.filter(isId);
  return known.length === 0 ? [] : tables(context).selectFrom('people.organisation').where('id', 'in', known).select(['id', 'name']).orderBy('name').execute();
}

/** False where the draft was shared before. */
export async function keepSharing(context: Context, draftId: string): Promise<boolean> {
  const { at, by } = nowBy(context);
  const result = await tables(context).updateTable('agreement.draft').set({ shared_at: at, shared_by: by }).where('id', '=', draftId).where('shared_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface NewProposal {
  draftId: string;
  change: ProposedChange;
  stood: Stood;
  reason: string;
  replaces: string | null;
  organisationId: string;
}

/** Keeps a proposal and gives its id. */
export async function insertProposal(context: Context, { id: accountId, name }: Person, { draftId, change, stood, reason, replaces, organisationId }: NewProposal): Promise<string> {
  const id = randomUUID();
  await tables(context)
    .insertInto('agreement.proposal')
    .values({ id, draft_id: draftId, clause_id: 'clauseId' in change ? change.clauseId : null, change: JSON.stringify(change), stood: JSON.stringify(stood), reason, replaces, organisation_id: organisationId, proposed_at: context.clock.now(), proposed_by: name, account_id: accountId })
    .execute();
  return id;
}

/** Keeps the answer. False where there is one: the key decides between two who answer at once. */
export async function insertAnswer(context: Context, { id: accountId, name }: Person, { proposalId, verdict, reason, organisationId }: { proposalId: string; verdict: AnswerVerdict; reason: string; organisationId: string }): Promise<boolean> {
  const result = await tables(context)
    .insertInto('agreement.answer')
    .values({ proposal_id: proposalId, verdict, reason, organisation_id: organisationId, answered_at: context.clock.now(), answered_by: name, account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const proposals = (context: Context) =>
  tables(context)
    .selectFrom('agreement.proposal as p')
    .innerJoin('people.organisation as o', 'o.id', 'p.organisation_id')
    .leftJoin('agreement.answer as a', 'a.proposal_id', 'p.id')
    .select(['p.id', 'p.draft_id', 'p.clause_id', 'p.change', 'p.stood', 'p.reason', 'p.replaces', 'p.organisation_id', 'o.name', 'p.proposed_at', 'p.proposed_by', 'p.account_id'])
    .select(['a.verdict', 'a.reason as answer_reason', 'a.organisation_id as answered_for', 'a.answered_at', 'a.answered_by']);

/** Everything that has been proposed in the draft, the first first. */
export async function proposalsOf(context: Context, draftId: string): Promise<Proposal[]> {
  return (await proposals(context).where('p.draft_id', '=', draftId).orderBy('p.ordinal').execute()).map(asProposal);
}

export async function findProposal(context: Context, id: string): Promise<Proposal | null> {
  const row = isId(id) ? await proposals(context).where('p.id', '=', id).executeTakeFirst() : null;
  return row ? asProposal(row) : null;
}

type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number];

const asProposal = (row: ProposalRow): Proposal => ({
  id: row.id,
  draftId: row.draft_id,
  clauseId: row.clause_id,
  change: row.change as ProposedChange,
  stood: row.stood as Stood,
  reason: row.reason,
  replaces: row.replaces,
  organisation: { id: row.organisation_id, name: row.name },
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  proposerId: row.account_id,
  answer: asAnswer(row),
});

const asAnswer = ({ verdict, answer_reason, answered_for, answered_at, answered_by }: ProposalRow): Answer | null =>
  verdict === null ? null : { verdict, reason: answer_reason!, organisationId: answered_for!, answeredAt: answered_at!, answeredBy: answered_by! };

export async function insertComment(context: Context, { id: accountId, name }: Person, comment: Pick<Comment, 'clauseId' | 'answers' | 'internal' | 'text'> & { draftId: string; organisationId: string }): Promise<void> {
  const { draftId, clauseId, answers, internal, text, organisationId } = comment;
  await tables(context)
    .insertInto('agreement.comment')
    .values({ id: randomUUID(), draft_id: draftId, clause_id: clauseId, answers, internal, organisation_id: organisationId, text, written_at: context.clock.now(), written_by: name, account_id: accountId })
    .execute();
}

/** Comments on the draft that the actor may see, the first first. */
export async function commentsOf(context: Context, draftId: string): Promise<Comment[]> {
  const rows = await tables(context)
    .selectFrom('agreement.comment as c')
    .innerJoin('people.organisation as o', 'o.id', 'c.organisation_id')
    .where('c.draft_id', '=', draftId)
    .select(['c.id', 'c.clause_id', 'c.answers', 'c.internal', 'c.organisation_id', 'o.name', 'c.text', 'c.written_at', 'c.written_by'])
    .orderBy('c.ordinal')
    .execute();
  return rows.map((row) => ({ id: row.id, clauseId: row.clause_id, answers: row.answers, internal: row.internal, organisation: { id: row.organisation_id, name: row.name }, text: row.text, writtenAt: row.written_at, writtenBy: row.written_by }));
}

/** Keeps what a held draft says as its next version. */
export async function insertVersion(context: Context, { draftId, name, content, sha256, shared, organisationId }: Omit<DraftVersion, 'id' | 'number' | 'madeAt' | 'madeBy'> & { organisationId: string }): Promise<DraftVersion> {
  const { at, by } = nowBy(context);
  // The caller holds the draft, and the key refuses a number that is given twice.
  const { rows } = await sql<{ last: number }>`select agreement.last_version(${draftId}::uuid) as last`.execute(context.database);
  const version = { id: randomUUID(), draftId, number: rows[0].last + 1, name, content, sha256, shared, madeAt: at, madeBy: by };
  await tables(context)
    .insertInto('agreement.draft_version')
    .values({ id: version.id, draft_id: draftId, number: version.number, name, content: JSON.stringify(content), sha256, shared, organisation_id: organisationId, made_at: at, made_by: by })
    .execute();
  return version;
}

/** The draft's versions that the actor may see, the newest first. */
export async function versionsOf(context: Context, draftId: string): Promise<DraftVersion[]> {
  const rows = await tables(context).selectFrom('agreement.draft_version').where('draft_id', '=', draftId).selectAll().orderBy('number', 'desc').execute();
  return rows.map((row) => ({ id: row.id, draftId: row.draft_id, number: row.number, name: row.name, content: row.content as DraftContent, sha256: row.sha256, shared: row.shared, madeAt: row.made_at, madeBy: row.made_by }));
}

/** The steps that these organisations ask for now. */
export async function stepsOf(context: Context, organisationIds: string[]): Promise<ApprovalStep[]> {
  if (organisationIds.length === 0) return [];
  const rows = await tables(context).selectFrom('agreement.approval_step').where('organisation_id', 'in', organisationIds).where('ended_at', 'is', null).select(['id', 'organisation_id', 'step', 'body']).orderBy('set_at').orderBy('body').execute();
  return rows.map(({ id, organisation_id, step, body }) => ({ id, organisationId: organisation_id, step, body }));
}

/** False where the organisation asks for it already. */
export async function insertStep(context: Context, { organisationId, step, body }: Omit<ApprovalStep, 'id'>): Promise<boolean> {
  const { at, by } = nowBy(context);
  const result = await tables(context)
    .insertInto('agreement.approval_step')
    .values({ id: randomUUID(), organisation_id: organisationId, step, body, set_at: at, set_by: by, ended_at: null, ended_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Whether the organisation asks for this step, or has asked for it. */
export async function isStepOf(context: Context, organisationId: string, id: string): Promise<boolean> {
  return isId(id) && (await tables(context).selectFrom('agreement.approval_step').where('id', '=', id).where('organisation_id', '=', organisationId).select('id').executeTakeFirst()) !== undefined;
}

/** False where it was ended before. */
export async function endStep(context: Context, organisationId: string, id: string): Promise<boolean> {
  const { at, by } = nowBy(context);
  const result = await tables(context).updateTable('agreement.approval_step').set({ ended_at: at, ended_by: by }).where('id', '=', id).where('organisation_id', '=', organisationId).where('ended_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False where the step has said yes to the version before and has not taken it back. The caller holds the draft. */
export async function insertApproval(context: Context, { versionId, stepId, organisationId, decidedOn, paragraph }: Pick<Approval, 'versionId' | 'stepId' | 'decidedOn' | 'paragraph'> & { organisationId: string }): Promise<boolean> {
  const { at, by } = nowBy(context);
  const before = (await recordedOf(context, versionId)).find(({ step_id }) => step_id === stepId);
  if (before && before.decidedOn !== null) return false;
  if (before) {
    await correctApproval(context, before.id, { decidedOn, paragraph });
    return true;
  }
  const result = await tables(context)
    .insertInto('agreement.approval')
    .values({ id: randomUUID(), draft_version_id: versionId, step_id: stepId, organisation_id: organisationId, decided_on: decidedOn, paragraph, recorded_at: at, recorded_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Takes an approval of one of these organisations back. False where there is none that counts. The caller holds the draft. */
export async function takeBackApproval(context: Context, { versionId, stepId, organisationIds }: { versionId: string; stepId: string; organisationIds: string[] }): Promise<boolean> {
  const found = (await recordedOf(context, versionId)).find((row) => row.step_id === stepId && row.decidedOn !== null && organisationIds.includes(row.organisation_id));
  if (found) await correctApproval(context, found.id, null);
  return found !== undefined;
}

/** The approvals of the version that count now. */
export async function approvalsOf(context: Context, versionId: string): Promise<Approval[]> {
  return (await recordedOf(context, versionId)).flatMap(({ step_id, decidedOn, paragraph, recordedAt, recordedBy }) => (decidedOn === null ? [] : [{ versionId, stepId: step_id, decidedOn, paragraph: paragraph ?? '', recordedAt, recordedBy }]));
}

async function correctApproval(context: Context, approvalId: string, decision: Pick<Approval, 'decidedOn' | 'paragraph'> | null): Promise<void> {
  const { at, by } = nowBy(context);
  await tables(context).insertInto('agreement.approval_correction').values({ id: randomUUID(), approval_id: approvalId, decided_on: decision?.decidedOn ?? null, paragraph: decision?.paragraph ?? null, recorded_at: at, recorded_by: by }).execute();
}

/** Each approval that was ever recorded of the version, as its last correction left it: without a day where it was taken back. */
async function recordedOf(context: Context, versionId: string) {
  const rows = await tables(context).selectFrom('agreement.approval').where('draft_version_id', '=', versionId).selectAll().orderBy('recorded_at').execute();
  const ids = rows.map(({ id }) => id);
  const corrections = ids.length === 0 ? [] : await tables(context).selectFrom('agreement.approval_correction').where('approval_id', 'in', ids).selectAll().orderBy('ordinal').execute();
  return rows.map((row) => {
    const last = corrections.findLast(({ approval_id }) => approval_id === row.id) ?? row;
    return { ...row, decidedOn: last.decided_on, paragraph: last.paragraph, recordedAt: last.recorded_at, recordedBy: last.recorded_by };
  });
}

/** Whether the draft is out for signature. */
export async function isFrozen(context: Context, draftId: string): Promise<boolean> {
  return (await tables(context).selectFrom('agreement.freezing').where('draft_id', '=', draftId).where('released_at', 'is', null).select('id').executeTakeFirst()) !== undefined;
}

export async function insertFreezing(context: Context, draftId: string, versionId: string): Promise<void> {
  const { at, by } = nowBy(context);
  await tables(context).insertInto('agreement.freezing').values({ id: randomUUID(), draft_id: draftId, draft_version_id: versionId, frozen_at: at, frozen_by: by, released_at: null, released_by: null }).execute();
}

/** False where it is not out for signature. */
export async function endFreezing(context: Context, draftId: string): Promise<boolean> {
  const { at, by } = nowBy(context);
  const result = await tables(context).updateTable('agreement.freezing').set({ released_at: at, released_by: by }).where('draft_id', '=', draftId).where('released_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
