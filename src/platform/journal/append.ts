import { type Insertable, sql } from 'kysely';
import manifest from '../../../package.json' with { type: 'json' };
import type { Database } from '../database/database.ts';
import type { JournalEvent } from './events.ts';
import { commitmentTo, freshSalt, HOUSE, hashOf, whoValue } from './seal.ts';
import type { Head } from './tables.ts';

/** Something that happened in a transaction, waiting to be written when the transaction ends. */
export interface Witnessed {
  at: Date;
  accountId: string | null;
  who: string;
  actingFor: { id: string; name: string } | null;
  what: JournalEvent;
  agreementId: string | null;
  facts: Record<string, unknown>;
}

type Link = ReturnType<typeof linkAfter>;

/**
 * Links the entries to the ends of their chains, which are held from here until the transaction ends: entries stand in
 * the order their transactions commit in.
 */
export async function append(database: Database, witnessed: Witnessed[]): Promise<void> {
  if (witnessed.length === 0) return;
  const ends = await holdChains(database, [...new Set(witnessed.map(({ agreementId }) => chainOf(agreementId)))]);
  const links: Link[] = [];
  for (const entry of witnessed) {
    const link = linkAfter(ends.get(chainOf(entry.agreementId))!, entry);
    ends.set(chainOf(entry.agreementId), { chain: chainOf(entry.agreementId), sequence: link.sequence, hash: link.hash });
    links.push(link);
  }
  await database.withTables<{ 'platform.journal': Insertable<Link> }>().insertInto('platform.journal').values(links).execute();
}

/** The chain that a partnership's entries stand in; those of no partnership stand in the house's. */
const chainOf = (agreementId: string | null): string => agreementId ?? HOUSE;

async function holdChains(database: Database, chains: string[]): Promise<Map<string, Head>> {
  const { rows } = await sql<Head>`select * from platform.hold_chains(${chains})`.execute(database);
  return new Map(rows.map((head) => [head.chain, head]));
}

function linkAfter(end: Head, { at, accountId, who, actingFor, what, agreementId, facts }: Witnessed) {
  const [who_salt, facts_salt] = [freshSalt(), freshSalt()];
  const written = JSON.stringify(facts);
  const commitments = { who: commitmentTo(whoValue(accountId, who), who_salt), facts: commitmentTo(JSON.parse(written), facts_salt) };
  const place = { sequence: end.sequence + 1, previous: end.hash };
  const version = manifest.version;
  return {
    at,
    who,
    account_id: accountId,
    acting_for: actingFor?.id ?? null,
    acting_for_name: actingFor?.name ?? null,
    what,
    agreement_id: agreementId,
    facts: written,
    version,
    sequence: place.sequence,
    previous_hash: place.previous,
    hash: hashOf({ chain: end.chain, ...place, at: at.toISOString().replace('Z', '000Z'), what, agreement: agreementId, actingFor, version, ...commitments }),
    who_salt,
    who_commitment: commitments.who,
    facts_salt,
    facts_commitment: commitments.facts,
  };
}
