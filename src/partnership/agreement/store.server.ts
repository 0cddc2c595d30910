import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/outcome.ts';
import { reachable } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import type { FactKind, ReadFact } from './facts.ts';
import type { IntakeNote } from './intake/note.ts';
import type { Certainty, Reading } from './model.ts';
import type { ReadFile } from './read-file.server.ts';
import { takenBack, type TakingBackTables } from './taking-back/store.server.ts';

export type Verdict = 'confirm' | 'correct' | 'remove' | 'reopen';

type DocumentTable = {
  id: string;
  file_name: string;
  sha256: string;
  size: number;
  format: string | null;
  text: string | null;
  notes: unknown;
  refusal: unknown;
  received_at: Date;
  received_by: string;
};
type FactTable = {
  id: string;
  agreement_id: string;
  kind: FactKind;
  value: unknown;
  certainty: Certainty;
  span_start: number;
  span_end: number;
  line: number;
  position: number;
  withdrawn_at: Date | null;
  draft_id: string | null;
};
type AgreementTables = TakingBackTables & {
  'agreement.document': DocumentTable;
  'agreement.agreement': { id: string; document_id: string; title: string | null; created_at: Date };
  'agreement.reading': { agreement_id: string; reader: string; reading: unknown; read_at: Date };
  'agreement.fact': FactTable;
  'agreement.decision': { fact_id: string; verdict: Verdict; value: unknown; decided_at: Date; decided_by: string; draft_id: string | null };
  'agreement.commencement': { agreement_id: string; case_number: string | null; commenced_at: Date; commenced_by: string };
};

const tables = (context: Context) => context.database.withTables<AgreementTables>();

/** A fact with the newest decision on it. */
export interface StoredFact extends ReadFact {
  id: string;
  verdict: Verdict | null;
  decidedValue: Record<string, unknown> | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** The amendment that it was added by, and the one that decided on it last; null for the agreement itself and for people. */
  instrument: string | null;
  amendedBy: string | null;
}

export interface StoredAgreement {
  id: string;
  title: string | null;
  fileName: string;
  sha256: string;
  format: string | null;
  text: string | null;
  notes: IntakeNote[];
  refusal: Refusal | null;
  receivedAt: Date;
  receivedBy: string;
  commencedAt: Date | null;
  caseNumber: string | null;
}

/** An agreement as it was handed in, also where it has been taken back since. */
export interface HandedIn extends StoredAgreement {
  takenBackAt: Date | null;
  takenBackBy: string | null;
}

/** Keeps a file that was handed in, as an agreement that is being read. */
export async function insertAgreement(context: Context, id: string, file: { fileName: string; sha256: string; size: number; by: string }): Promise<void> {
  const now = context.clock.now();
  await tables(context)
    .insertInto('agreement.document')
    .values({ id, file_name: file.fileName, sha256: file.sha256, size: file.size, format: null, text: null, notes: null, refusal: null, received_at: now, received_by: file.by })
    .execute();
  await tables(context).insertInto('agreement.agreement').values({ id, document_id: id, title: null, created_at: now }).execute();
}

/** The agreement, unless it has been taken back. */
export async function findAgreement(context: Context, id: string): Promise<StoredAgreement | null> {
  const found = await findHandedIn(context, id);
  if (!found || found.takenBackAt) return null;
  const { takenBackAt: _at, takenBackBy: _by, ...agreement } = found;
  return agreement;
}

export async function findHandedIn(context: Context, id: string): Promise<HandedIn | null> {
  if (!isId(id)) return null;
  const row = await tables(context)
    .selectFrom('agreement.agreement as a')
    .innerJoin('agreement.document as d', 'd.id', 'a.document_id')
    .leftJoin('agreement.commencement as c', 'c.agreement_id', 'a.id')
    .leftJoin('agreement.taking_back as t', (join) => join.onRef('t.agreement_id', '=', 'a.id').on('t.taken_up_at', 'is', null))
    .where('a.id', '=', id)
    .select([
      'a.id', 'a.title', 'd.file_name as fileName', 'd.sha256', 'd.format', 'd.text', 'd.notes', 'd.refusal',
      'd.received_at as receivedAt', 'd.received_by as receivedBy', 'c.commenced_at as commencedAt', 'c.case_number as caseNumber',
      't.taken_back_at as takenBackAt', 't.taken_back_by as takenBackBy',
    ])
    .executeTakeFirst();
  return row ? { ...row, notes: (row.notes ?? []) as IntakeNote[], refusal: row.refusal as Refusal | null } : null;
}

export async function keepText(context: Context, id: string, { text, format, notes }: Pick<ReadFile, 'text' | 'format' | 'notes'>): Promise<void> {
  await tables(context).updateTable('agreement.document').set({ text, format, notes: JSON.stringify(notes), refusal: null }).where('id', '=', id).execute();
}

export async function keepRefusal(context: Context, id: string, refusal: Refusal): Promise<void> {
  await tables(context).updateTable('agreement.document').set({ refusal: JSON.stringify(refusal) }).where('id', '=', id).execute();
}

export async function keepTitle(context: Context, id: string, title: string | null): Promise<void> {
  await tables(context).updateTable('agreement.agreement').set({ title }).where('id', '=', id).execute();
}

export async function insertReading(context: Context, agreementId: string, reader: string, reading: Reading): Promise<void> {
  await tables(context)
    .insertInto('agreement.reading')
    .values({ agreement_id: agreementId, reader, reading: JSON.stringify(reading), read_at: context.clock.now() })
    .execute();
}

export async function newestReading(context: Context, agreementId: string): Promise<Reading | null> {
  const row = await tables(context)
    .selectFrom('agreement.reading')
    .where('agreement_id', '=', agreementId)
    .orderBy(sql`id`, 'desc')
    .select('reading')
    .executeTakeFirst();
  return (row?.reading as Reading | undefined) ?? null;
}

export async function insertFacts(context: Context, agreementId: string, facts: ReadFact[], from: number, draftId: string | null = null): Promise<string[]> {
  if (facts.length === 0) return [];
  const rows = facts.map((fact, index) => ({ id: randomUUID(), agreement_id: agreementId, position: from + index, withdrawn_at: null, draft_id: draftId, ...asRow(fact) }));
  await tables(context).insertInto('agreement.fact').values(rows).execute();
  return rows.map(({ id }) => id);
}

export async function updateFact(context: Context, id: string, fact: ReadFact): Promise<void> {
  await tables(context).updateTable('agreement.fact').set(asRow(fact)).where('id', '=', id).execute();
}

export async function withdrawFacts(context: Context, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables(context).updateTable('agreement.fact').set({ withdrawn_at: context.clock.now() }).where('id', 'in', ids).execute();
}

const asRow = (fact: ReadFact) => ({
  kind: fact.kind,
  value: JSON.stringify(fact.value),
  certainty: fact.certainty,
  span_start: fact.span.start,
  span_end: fact.span.end,
  line: fact.span.line,
});

/** Facts that stand, in the order of review. */
const standingFacts = (context: Context) => tables(context).selectFrom('agreement.fact').where('withdrawn_at', 'is', null).selectAll().orderBy('position');

/**
 * With the newest decision on each, asked for all of them at once: asked for each by itself, the database works out anew for
 * every fact what the one who asks may see.
 */
async function decided(context: Context, facts: Selectable<FactTable>[]): Promise<FactRow[]> {
  if (facts.length === 0) return [];
  const decisions = await tables(context)
    .selectFrom('agreement.decision')
    .distinctOn('fact_id')
    .where('fact_id', 'in', facts.map(({ id }) => id))
    .orderBy('fact_id')
    .orderBy(sql`id`, 'desc')
    .select(['fact_id', 'verdict', 'value', 'decided_at', 'decided_by', 'draft_id'])
    .execute();
  const newest = new Map(decisions.map((decision) => [decision.fact_id, decision]));
  return facts.map((fact) => ({ ...fact, decision: newest.get(fact.id) ?? null }));
}

export async function factsOfAgreement(context: Context, agreementId: string): Promise<StoredFact[]> {
  return (await decided(context, await standingFacts(context).where('agreement_id', '=', agreementId).execute())).map(asFact);
}

export async function findFact(context: Context, id: string): Promise<(StoredFact & { agreementId: string }) | null> {
  const [row] = isId(id) ? await decided(context, await standingFacts(context).where('id', '=', id).where(({ not }) => not(takenBack('agreement.fact.agreement_id'))).execute()) : [];
  return row ? { ...asFact(row), agreementId: row.agreement_id } : null;
}

type FactRow = Selectable<FactTable> & { decision: { verdict: Verdict; value: unknown; decided_at: Date; decided_by: string; draft_id: string | null } | null };

const asFact = (row: FactRow): StoredFact => ({
  id: row.id,
  kind: row.kind,
  value: row.value as Record<string, unknown>,
  certainty: row.certainty,
  span: { start: row.span_start, end: row.span_end, line: row.line },
  // A reopened fact is as undecided as one that nobody has looked at.
  verdict: !row.decision || row.decision.verdict === 'reopen' ? null : row.decision.verdict,
  decidedValue: (row.decision?.value ?? null) as Record<string, unknown> | null,
  decidedAt: row.decision?.decided_at ?? null,
  decidedBy: row.decision?.decided_by ?? null,
  instrument: row.draft_id,
  amendedBy: row.decision?.draft_id ?? null,
});

export async function insertDecisions(context: Context, factIds: string[], verdict: Verdict, value: unknown, by: string, draftId: string | null = null): Promise<void> {
  if (factIds.length === 0) return;
  const decided_at = context.clock.now();
  const row = { verdict, value: value === undefined ? null : JSON.stringify(value), decided_at, decided_by: by, draft_id: draftId };
  await tables(context)
    .insertInto('agreement.decision')
    .values(factIds.map((fact_id) => ({ fact_id, ...row })))
    .execute();
}

/** Newest first, after the one given; facts that name an agreement in a list come with it. */
export async function agreementsPage(context: Context, page: { after: { createdAt: Date; id: string } | null; limit: number; active: boolean | null; takenBack: boolean }) {
  let query = tables(context)
    .selectFrom('agreement.agreement as a')
    .innerJoin('agreement.document as d', 'd.id', 'a.document_id')
    .leftJoin('agreement.commencement as c', 'c.agreement_id', 'a.id')
    .select(['a.id', 'a.title', 'a.created_at as createdAt', 'd.file_name as fileName', 'd.refusal', 'c.commenced_at as commencedAt', 'c.case_number as caseNumber'])
    .select(sql<boolean>`d.text is not null`.as('read'))
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id')
    .where(reachable(context.actor, 'partnership.see', 'a.id'))
    .where(({ not }) => (page.takenBack ? takenBack('a.id') : not(takenBack('a.id'))))
    .limit(page.limit);
  if (page.active !== null) query = query.where('c.agreement_id', page.active ? 'is not' : 'is', null);
  if (page.after) {
    const { createdAt, id } = page.after;
    query = query.where((where) =>
      where.or([where('a.created_at', '<', createdAt), where.and([where('a.created_at', '=', createdAt), where('a.id', '>', id)])]),
    );
  }
  return query.execute();
}

/** Keeps it from being put to use or taken back by two at a time. */
export async function holdAgreement(context: Context, id: string): Promise<void> {
  if (isId(id)) await tables(context).selectFrom('agreement.agreement').where('id', '=', id).select('id').forUpdate().execute();
}

/** The facts of these kinds of several agreements at once, by agreement. */
export async function factsOfKinds(context: Context, agreementIds: string[], kinds: FactKind[]): Promise<Map<string, StoredFact[]>> {
  const byAgreement = new Map<string, StoredFact[]>(agreementIds.map((id) => [id, []]));
  if (agreementIds.length === 0) return byAgreement;
  const rows = await decided(context, await standingFacts(context).where('agreement_id', 'in', agreementIds).where('kind', 'in', kinds).execute());
  for (const row of rows) byAgreement.get(row.agreement_id)?.push(asFact(row));
  return byAgreement;
}

/** False when the agreement has commenced already: the primary key decides, not a question asked before. */
export async function insertCommencement(context: Context, agreementId: string, caseNumber: string | null, by: string): Promise<boolean> {
  const result = await tables(context)
    .insertInto('agreement.commencement')
    .values({ agreement_id: agreementId, case_number: caseNumber, commenced_at: context.clock.now(), commenced_by: by })
    .onConflict((conflict) => conflict.column('agreement_id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Ids of documents that were handed in but neither read nor refused: what a stopped process left. */
export async function unreadAgreements(context: Context): Promise<string[]> {
  const rows = await tables(context).selectFrom('agreement.document').where('text', 'is', null).where('refusal', 'is', null).where(({ not }) => not(takenBack('agreement.document.id'))).select('id').execute();
  return rows.map(({ id }) => id);
}

/** What the reader read these facts as, and every value a person has given them. */
export async function valuesOf(context: Context, factIds: string[]): Promise<{ factId: string; agreementId: string; value: Record<string, unknown> }[]> {
  if (factIds.length === 0) return [];
  const facts = await tables(context).selectFrom('agreement.fact').where('id', 'in', factIds).select(['id as factId', 'agreement_id as agreementId', 'value']).execute();
  const decided = await tables(context).selectFrom('agreement.decision').where('fact_id', 'in', factIds).where('value', 'is not', null).select(['fact_id as factId', 'value']).execute();
  const agreementOf = new Map(facts.map(({ factId, agreementId }) => [factId, agreementId]));
  return [...facts, ...decided.map((row) => ({ ...row, agreementId: agreementOf.get(row.factId)! }))].map((row) => ({ ...row, value: row.value as Record<string, unknown> }));
}
