import { sql } from 'kysely';
import { type Context, inTransaction } from '../context.ts';
import { witness } from '../journal.ts';
import { HOUSE } from './seal.ts';
import type { JournalTables } from './tables.ts';

/** Which entries lose what: who did it, or what it was about. */
export interface Disposal {
  part: 'who' | 'facts';
  /** Those of this chain only: a partnership's. */
  chain?: string;
  /** Those of this account only. */
  accountId?: string;
  /** Those from before this moment only. */
  before?: Date;
}

/**
 * Takes personal data out of the journal and says in each chain concerned which entries lost theirs; gives how many. The
 * entries stay, and so does the proof that nothing else was changed. Only the house itself may: for others it finds none.
 */
export const disposeOf = (context: Context, { part, chain, accountId, before }: Disposal): Promise<number> =>
  inTransaction(context, async (inside) => {
    let entries = inside.database.withTables<JournalTables>().selectFrom('platform.journal').where(`${part}_salt`, 'is not', null).select(['chain', 'sequence']);
    // The house is nobody, and says itself in each disposal that it was made.
    if (part === 'who') entries = entries.where('account_id', 'is not', null);
    if (chain) entries = entries.where('chain', '=', chain);
    if (accountId) entries = entries.where('account_id', '=', accountId);
    if (before) entries = entries.where('at', '<', before);
    let count = 0;
    for (const [chain, found] of Map.groupBy(await entries.execute(), (entry) => entry.chain)) {
      count += await forget(inside, chain, found.map(({ sequence }) => sequence!), part);
    }
    return count;
  });

async function forget(context: Context, chain: string, found: number[], part: Disposal['part']): Promise<number> {
  const { rows } = await sql<{ forget: number }>`select platform.forget(${chain}, ${found}::bigint[], ${part})`.execute(context.database);
  const sequences = rows.map((row) => row.forget).sort((a, b) => a - b);
  if (sequences.length > 0) await witness(context, { what: 'journal.disposed', agreementId: chain === HOUSE ? null : chain, facts: { part, sequences } });
  return sequences.length;
}
