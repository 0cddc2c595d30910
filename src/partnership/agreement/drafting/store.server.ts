import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { isId } from '#kernel/id.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { AgreementDraft, Clause, DraftContent, DraftFact, DraftKind, Field, Origin, RemovedClause } from './model.ts';

type DraftTable = {
  id: string;
  agreement_id: string;
  kind: DraftKind;
  organisation_id: string;
  title: string;
  fields: unknown;
  facts: unknown;
  version: number;
  origin: unknown;
  begun_at: Date;
  begun_by: string;
  shared_at: Date | null;
  shared_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
};
type DraftingTables = {
  'agreement.draft': DraftTable;
  'agreement.clause': { id: string; draft_id: string; position: number; heading: string; body: string; version: number; changed_at: Date; changed_by: string; removed_at: Date | null };
  'agreement.draft_restored': { id: string; draft_id: string; withdrawn_at: Date; withdrawn_by: string; restored_at: Date; restored_by: string };
};

const tables = (context: Context) => context.database.withTables<DraftingTables>();

/** Keeps a draft that begins, and gives its id. */
export async function insertDraft(context: Context, { agreementId, organisationId, origin, content }: { agreementId: string; organisationId: string; origin: Origin; content: DraftContent }): Promise<string> {
  const id = randomUUID();
  const [begun_at, begun_by] = [context.clock.now(), actorName(context.actor)];
  await tables(context)
    .insertInto('agreement.draft')
    .values({ id, agreement_id: agreementId, organisation_id: organisationId, kind: content.kind, ...asColumns(content), version: 1, origin: JSON.stringify(origin), begun_at, begun_by, shared_at: null, shared_by: null, withdrawn_at: null, withdrawn_by: null })
    .execute();
  await insertClauses(context, id, content.clauses.map((clause, position) => ({ clause, position })));
  return id;
}

/** The draft as far as the actor may see it. */
export async function findDraft(context: Context, id: string): Promise<AgreementDraft | null> {
  const row = isId(id) ? await tables(context).selectFrom('agreement.draft').where('id', '=', id).selectAll().executeTakeFirst() : null;
  return row ? asDraft(row, await clausesOf(context, id)) : null;
}

/** The same, held until the transaction ends: whoever changes anything of a draft holds it. */
export async function holdDraft(context: Context, id: string): Promise<(AgreementDraft & { removed: RemovedClause[] }) | null> {
  const row = isId(id) ? await tables(context).selectFrom('agreement.draft').where('id', '=', id).selectAll().forUpdate().executeTakeFirst() : null;
  return row ? { ...asDraft(row, await clausesOf(context, id)), removed: await clauses(context, id).where('removed_at', 'is not', null).select('position').execute() } : null;
}

/** Writes what a held draft says from now on; only what differs, and that one version further. */
export async function writeDraft(context: Context, before: AgreementDraft & { removed: RemovedClause[] }, after: DraftContent): Promise<void> {
  const [was, is] = [asColumns(before), asColumns(after)];
  if (was.title !== is.title || was.fields !== is.fields || was.facts !== is.facts) {
    await tables(context).updateTable('agreement.draft').set({ ...is, version: before.version + 1 }).where('id', '=', before.id).execute();
  }
  const known = new Map(before.clauses.map((clause, position) => [clause.id, { clause, position }]));
  const left = new Set(after.clauses.map(({ id }) => id));
  const gone = before.clauses.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  if (gone.length > 0) await tables(context).updateTable('agreement.clause').set({ removed_at: context.clock.now(), ...changedNow(context) }).where('id', 'in', gone).execute();
  const back = new Set(before.removed.filter(({ id }) => left.has(id)).map(({ id }) => id));
  await insertClauses(context, before.id, after.clauses.map((clause, position) => ({ clause, position })).filter(({ clause }) => !known.has(clause.id) && !back.has(clause.id)));
  for (const [position, clause] of after.clauses.entries()) {
    if (back.has(clause.id)) await tables(context).updateTable('agreement.clause').set({ removed_at: null, position, ...changedNow(context) }).where('id', '=', clause.id).execute();
    const old = known.get(clause.id);
    if (!old) continue;
    const isRewritten = old.clause.heading !== clause.heading || old.clause.body !== clause.body;
    if (!isRewritten && old.position === position) continue;
    const text = isRewritten ? { heading: clause.heading, body: clause.body, version: old.clause.version + 1, ...changedNow(context) } : {};
    await tables(context).updateTable('agreement.clause').set({ position, ...text }).where('id', '=', clause.id).execute();
  }
}

/** False where it was withdrawn before. */
export async function keepWithdrawal(context: Context, id: string): Promise<boolean> {
  const result = await tables(context).updateTable('agreement.draft').set({ withdrawn_at: context.clock.now(), withdrawn_by: actorName(context.actor) }).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes up a draft that was withdrawn, and keeps that it had been. False where it is not withdrawn. */
export async function keepRestoring(context: Context, id: string): Promise<boolean> {
  const row = await tables(context).selectFrom('agreement.draft').where('id', '=', id).where('withdrawn_at', 'is not', null).select(['withdrawn_at', 'withdrawn_by']).forUpdate().executeTakeFirst();
  if (!row) return false;
  await tables(context)
    .insertInto('agreement.draft_restored')
    .values({ id: randomUUID(), draft_id: id, withdrawn_at: row.withdrawn_at!, withdrawn_by: row.withdrawn_by!, restored_at: context.clock.now(), restored_by: actorName(context.actor) })
    .execute();
  await tables(context).updateTable('agreement.draft').set({ withdrawn_at: null, withdrawn_by: null }).where('id', '=', id).execute();
  return true;
}

async function insertClauses(context: Context, draftId: string, added: { clause: Clause; position: number }[]): Promise<void> {
  if (added.length === 0) return;
  await tables(context)
    .insertInto('agreement.clause')
    .values(added.map(({ clause: { id, heading, body }, position }) => ({ id, draft_id: draftId, position, heading, body, version: 1, ...changedNow(context), removed_at: null })))
    .execute();
}

const clauses = (context: Context, draftId: string) => tables(context).selectFrom('agreement.clause').where('draft_id', '=', draftId).select(['id', 'heading', 'body', 'version']).orderBy('position');

const clausesOf = (context: Context, draftId: string): Promise<Clause[]> => clauses(context, draftId).where('removed_at', 'is', null).execute();

const changedNow = (context: Context) => ({ changed_at: context.clock.now(), changed_by: actorName(context.actor) });

const asColumns = ({ title, fields, facts }: Pick<DraftContent, 'title' | 'fields' | 'facts'>) => ({ title, fields: JSON.stringify(fields), facts: JSON.stringify(facts) });

const asDraft = (row: Selectable<DraftTable>, clauses: Clause[]): AgreementDraft => ({
  id: row.id,
  agreementId: row.agreement_id,
  organisationId: row.organisation_id,
  kind: row.kind,
  title: row.title,
  clauses,
  fields: row.fields as Field[],
  facts: row.facts as DraftFact[],
  version: row.version,
  origin: row.origin as Origin,
  begunAt: row.begun_at,
  begunBy: row.begun_by,
  sharedAt: row.shared_at,
  sharedBy: row.shared_by,
  withdrawnAt: row.withdrawn_at,
});
