import { sql } from 'kysely';
import { reachable } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import type { DraftKind } from '../model.ts';
import type { DraftStage } from './model.ts';

type ListTables = {
  'agreement.draft': { id: string; agreement_id: string; kind: DraftKind; organisation_id: string; title: string; begun_at: Date; begun_by: string; shared_at: Date | null; withdrawn_at: Date | null; withdrawn_by: string | null };
  'agreement.commencement': { agreement_id: string };
  'agreement.amendment': { draft_id: string };
  'agreement.freezing': { draft_id: string; frozen_at: Date; released_at: Date | null };
};

/** A draft as a list shows it. */
export interface DraftRow {
  id: string;
  agreementId: string;
  kind: DraftKind;
  organisationId: string;
  title: string;
  begunAt: Date;
  begunBy: string;
  sharedAt: Date | null;
  /** When the version that is out for signature was frozen. */
  sentOutAt: Date | null;
  withdrawnAt: Date | null;
}

/** Where a page of the list goes on. */
export interface Position {
  begunAt: Date;
  id: string;
}

/** Drafts that the actor may see and that are not in force, the newest first; those that were withdrawn only where they are asked for. */
export async function draftsPage(context: Context, { stage, after, limit }: { stage: DraftStage | null; after: Position | null; limit: number }): Promise<DraftRow[]> {
  let query = context.database
    .withTables<ListTables>()
    .selectFrom('agreement.draft as d')
    .leftJoin('agreement.freezing as f', (join) => join.onRef('f.draft_id', '=', 'd.id').on('f.released_at', 'is', null))
    .where('d.withdrawn_at', stage === 'withdrawn' ? 'is not' : 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('agreement.commencement as c').select('c.agreement_id').whereRef('c.agreement_id', '=', 'd.agreement_id').where('d.kind', '=', 'agreement'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('agreement.amendment as a').select('a.draft_id').whereRef('a.draft_id', '=', 'd.id'))))
    .where(reachable(context.actor, 'partnership.see', 'd.agreement_id'))
    .where((where) => where.or([where('d.shared_at', 'is not', null), reachable(context.actor, 'agreement.draft', 'd.agreement_id')]))
    .select(['d.id', 'd.agreement_id as agreementId', 'd.kind', 'd.organisation_id as organisationId', 'd.title', 'd.begun_at as begunAt', 'd.begun_by as begunBy', 'd.shared_at as sharedAt', 'f.frozen_at as sentOutAt', 'd.withdrawn_at as withdrawnAt'])
    .orderBy('d.begun_at', 'desc')
    .orderBy('d.id')
    .limit(limit);
  if (stage === 'draft') query = query.where('d.shared_at', 'is', null);
  if (stage === 'in-negotiation') query = query.where('d.shared_at', 'is not', null).where('f.frozen_at', 'is', null);
  if (stage === 'out-for-signature') query = query.where('f.frozen_at', 'is not', null);
  // A moment in an address has no finer parts than milliseconds, and is compared as such.
  if (after) query = query.where(sql<boolean>`(date_trunc('milliseconds', d.begun_at) < ${after.begunAt} or (date_trunc('milliseconds', d.begun_at) = ${after.begunAt} and d.id > ${after.id}))`);
  return query.execute();
}
