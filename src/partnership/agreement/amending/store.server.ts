import { type Selectable, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { DraftKind } from '../drafting/model.ts';
import type { Verdict } from '../store.server.ts';
import type { Amendment, FactHistory } from './model.ts';

type AmendmentTable = {
  draft_id: string;
  agreement_id: string;
  kind: Amendment['kind'];
  number: number;
  title: string;
  sha256: string;
  text: string;
  signed_at: Date;
  signed_by: string;
  in_force_at: Date;
};
type AmendingTables = {
  'agreement.amendment': AmendmentTable;
  'agreement.draft': { id: string; agreement_id: string; kind: DraftKind; title: string; shared_at: Date | null; begun_at: Date; begun_by: string; withdrawn_at: Date | null };
  'agreement.agreement': { id: string };
  'agreement.decision': { fact_id: string; verdict: Verdict; value: unknown; decided_at: Date; decided_by: string; draft_id: string | null };
};

const tables = (context: Context) => context.database.withTables<AmendingTables>();

/** Amendments and annexes in force, in the order they came. */
export async function amendmentsInForce(context: Context, agreementId: string): Promise<Amendment[]> {
  const rows = await tables(context).selectFrom('agreement.amendment').where('agreement_id', '=', agreementId).selectAll().orderBy('in_force_at').orderBy('number').execute();
  return rows.map(asAmendment);
}

export async function findAmendment(context: Context, draftId: string): Promise<Amendment | null> {
  const row = await tables(context).selectFrom('agreement.amendment').where('draft_id', '=', draftId).selectAll().executeTakeFirst();
  return row ? asAmendment(row) : null;
}

/** Keeps the amendment as the next of its kind. Two of one agreement follow each other: the agreement is held until the transaction ends. */
export async function insertAmendment(context: Context, amendment: Omit<Amendment, 'number'>): Promise<void> {
  const { draftId, agreementId, kind, title, sha256, text, signedAt, signedBy } = amendment;
  const { count } = await tables(context).selectFrom('agreement.amendment').where('agreement_id', '=', agreementId).where('kind', '=', kind).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  await tables(context)
    .insertInto('agreement.amendment')
    .values({ draft_id: draftId, agreement_id: agreementId, kind, number: count + 1, title, sha256, text, signed_at: signedAt, signed_by: signedBy, in_force_at: context.clock.now() })
    .execute();
}

export async function holdAgreement(context: Context, agreementId: string): Promise<void> {
  await tables(context).selectFrom('agreement.agreement').where('id', '=', agreementId).select('id').forUpdate().execute();
}

/** An amendment or annex that is being written. */
export interface AmendmentInTheMaking {
  draftId: string;
  kind: DraftKind;
  title: string;
  begunAt: Date;
  begunBy: string;
  sharedAt: Date | null;
}

/** Those of the partnership that the actor may see and that are neither withdrawn nor in force, the newest first. */
export async function amendmentsInTheMaking(context: Context, agreementId: string): Promise<AmendmentInTheMaking[]> {
  return tables(context)
    .selectFrom('agreement.draft as d')
    .leftJoin('agreement.amendment as a', 'a.draft_id', 'd.id')
    .where('d.agreement_id', '=', agreementId)
    .where('d.kind', '<>', 'agreement')
    .where('d.withdrawn_at', 'is', null)
    .where('a.draft_id', 'is', null)
    .select(['d.id as draftId', 'd.kind', 'd.title', 'd.begun_at as begunAt', 'd.begun_by as begunBy', 'd.shared_at as sharedAt'])
    .orderBy('d.begun_at', 'desc')
    .orderBy('d.id')
    .execute();
}

/** Everything that was ever said of these facts, by fact, the oldest first. */
export async function historiesOf(context: Context, factIds: string[]): Promise<Map<string, FactHistory[]>> {
  if (factIds.length === 0) return new Map();
  const rows = await tables(context)
    .selectFrom('agreement.decision as d')
    .leftJoin('agreement.amendment as a', 'a.draft_id', 'd.draft_id')
    .where('d.fact_id', 'in', factIds)
    .orderBy(sql`d.id`)
    .select(['d.fact_id', 'd.verdict', 'd.value', 'd.decided_at as at', 'd.decided_by as by', 'a.draft_id', 'a.title'])
    .execute();
  const entries = rows.map(({ fact_id, draft_id, title, value, ...row }) => [fact_id, { ...row, value: value as FactHistory['value'], amendment: draft_id ? { draftId: draft_id, title: title! } : null }] as const);
  return new Map([...Map.groupBy(entries, ([factId]) => factId)].map(([factId, said]) => [factId, said.map(([, one]) => one)]));
}

const asAmendment = ({ draft_id, agreement_id, signed_at, signed_by, in_force_at: _inForceAt, ...row }: Selectable<AmendmentTable>): Amendment => ({ ...row, draftId: draft_id, agreementId: agreement_id, signedAt: signed_at, signedBy: signed_by });
