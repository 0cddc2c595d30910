import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '../access/ask.ts';
import { mayAt } from '../access/standing.ts';
import type { Context } from '../context.ts';
import type { JournalRow, JournalTables } from './tables.ts';

/** One thing that has happened, as somebody reads it. */
export interface HistoryEntry {
  id: number;
  at: Date;
  /** As the person was called then; empty for nobody, and where it has been disposed of. */
  who: string;
  actingFor: string | null;
  /** A `JournalEvent`, or one that an earlier version of the program knew. */
  what: string;
  agreementId: string | null;
  /** Empty where they have been disposed of. */
  facts: Record<string, unknown>;
  version: string | null;
  /** Its place in its chain; null for an entry from before the chains. */
  sequence: number | null;
  hash: string | null;
}

/** What a reader has narrowed the history to. */
export interface HistoryFilter {
  /** The room, which is the word before the dot: `agreement`. */
  room?: string | null;
  /** An account. */
  who?: string | null;
  /** Entries older than this one. */
  before?: number | null;
  limit: number;
}

export interface HistoryPage {
  rows: HistoryEntry[];
  /** What to ask for the older ones with; null where there are none. */
  next: number | null;
}

const mayReadJournal: Policy = (actor, place) => mayAt(actor, 'journal.see', place);

/** What has happened in a partnership, newest first, and the people it can be narrowed to. */
export async function partnershipHistory(context: Context, agreementId: string, filter: HistoryFilter): Promise<Outcome<HistoryPage & { people: { id: string; name: string }[] }>> {
  const asked = await ask(context, mayReadJournal, agreementId);
  if (!asked.ok) return asked;
  const [page, people] = [await pageOf(context, { agreement_id: agreementId }, filter), await peopleIn(context, agreementId)];
  return done({ ...page, people });
}

/** What the one who asks has done and been witnessed reading, newest first, in all partnerships and in the house. */
export async function ownHistory(context: Context, filter: HistoryFilter): Promise<Outcome<HistoryPage>> {
  if (context.actor.kind !== 'person') return signInFirst();
  return done(await pageOf(context, { account_id: context.actor.id }, filter));
}

async function pageOf(context: Context, of: Partial<Pick<JournalRow, 'agreement_id' | 'account_id'>>, { room, who, before, limit }: HistoryFilter): Promise<HistoryPage> {
  let query = context.database
    .withTables<JournalTables>()
    .selectFrom('platform.journal')
    .select(['id', 'at', 'who', 'acting_for_name as actingFor', 'what', 'agreement_id as agreementId', 'facts', 'version', 'sequence', 'hash'])
    .orderBy('id', 'desc')
    .limit(limit + 1);
  for (const [column, value] of Object.entries(of)) query = query.where(column as 'agreement_id', '=', value);
  if (room) query = query.where(sql<boolean>`split_part(what, '.', 1) = ${room}`);
  if (who) query = query.where('account_id', '=', isId(who) ? who : null);
  if (before) query = query.where('id', '<', before);
  const rows = await query.execute();
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1].id : null };
}

/** Everyone who has done something there, by the name they had last. */
async function peopleIn(context: Context, agreementId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from (
      select distinct on (account_id) account_id as id, who as name from platform.journal
      where agreement_id = ${agreementId} and account_id is not null order by account_id, id desc
    ) p order by name, id
  `.execute(context.database);
  return rows;
}
