import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Head, JournalRow, JournalTables } from './tables.ts';

/** An entry as it is kept, with its moment to the microsecond in UTC, as the hash has it. */
export type Link = Omit<JournalRow, 'at' | 'sequence' | 'previous_hash' | 'hash' | 'version'> & {
  moment: string;
  sequence: number;
  previous_hash: string;
  hash: string;
  version: string;
};

/** Entries read at a time. */
const PAGE = 2000;

/** Every entry that stands in a chain, chain by chain and in order, also one whose place is taken twice. */
export async function* links(database: Database): AsyncGenerator<Link> {
  let after: Pick<Link, 'chain' | 'sequence' | 'id'> = { chain: '', sequence: 0, id: 0 };
  for (;;) {
    const { rows } = await sql<Link>`
      select *, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment from platform.journal
      where sequence is not null and (chain, sequence, id) > (${after.chain}, ${after.sequence}, ${after.id})
      order by chain, sequence, id limit ${PAGE}
    `.execute(database);
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!;
  }
}

/** Where every chain is said to end. */
export const heads = (database: Database): Promise<Head[]> =>
  database.withTables<JournalTables>().selectFrom('platform.journal_head').selectAll().orderBy('chain').execute();

/** How many entries are older than the chains, and their digest as the migration reckoned it. */
export async function beforeTheChains(database: Database): Promise<{ entries: number; digest: string }> {
  const { rows } = await sql<{ entries: number; digest: string }>`
    select count(*) as entries, encode(sha256(convert_to(coalesce(string_agg(jsonb_build_array(id, extract(epoch from at), who, what, agreement_id, facts)::text, E'\n' order by id), ''), 'UTF8')), 'hex') as digest
    from platform.journal where sequence is null
  `.execute(database);
  return rows[0];
}
