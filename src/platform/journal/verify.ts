import type { Database } from '../database/database.ts';
import { beforeTheChains, heads, links } from './links.ts';
import { FIRST, HOUSE } from './seal.ts';
import type { Head } from './tables.ts';
import { type Break, type KnownEnd, Walk } from './walk.ts';

/** What there is to say of a journal. */
export interface Verdict {
  /** All of them, also those from before the chains. */
  entries: number;
  /** How many are older than the chains: they are sealed as they were when the house's chain began. */
  older: number;
  /** Where every chain ended when the walk began. */
  heads: Head[];
  /** Where each broken chain first breaks; none for a whole journal. */
  breaks: Break[];
}

/**
 * Walks every chain of the journal while others write in it. `exported` are ends that were taken out earlier: each has to
 * be there still. The database has to be one that sees every entry.
 */
export async function verifyJournal(database: Database, exported: Head[] = []): Promise<Verdict> {
  const first = await heads(database);
  const older = await beforeTheChains(database);
  const ends: KnownEnd[] = [...first.map((head) => ({ ...head, exported: false })), ...exported.map((head) => ({ ...head, exported: true }))];
  const walks = new Map<string, Walk>();
  const walkOf = (chain: string): Walk => {
    if (!walks.has(chain)) walks.set(chain, new Walk(chain, chain === HOUSE ? older.digest : FIRST, ends));
    return walks.get(chain)!;
  };
  let entries = older.entries;
  for (const { chain } of ends) walkOf(chain);
  for await (const link of links(database)) {
    walkOf(link.chain).step(link);
    entries += 1;
  }
  const latest = new Map((await heads(database)).map((head) => [head.chain, head]));
  const breaks = [...walks].flatMap(([chain, walk]) => walk.finish(latest.get(chain)) ?? []);
  return { entries, older: older.entries, heads: first, breaks };
}
