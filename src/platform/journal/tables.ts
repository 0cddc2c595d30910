/** A row of the journal. From before the chains, those columns are null that make it a link. */
export interface JournalRow {
  id: number;
  at: Date;
  /** Empty where it has been disposed of. */
  who: string;
  account_id: string | null;
  acting_for: string | null;
  acting_for_name: string | null;
  what: string;
  agreement_id: string | null;
  facts: Record<string, unknown>;
  version: string | null;
  chain: string;
  sequence: number | null;
  previous_hash: string | null;
  hash: string | null;
  who_salt: string | null;
  who_commitment: string | null;
  facts_salt: string | null;
  facts_commitment: string | null;
}

/** Where a chain ends: how many entries it has, and the hash of the last. */
export interface Head {
  chain: string;
  sequence: number;
  hash: string;
}

/** The journal's tables. */
export type JournalTables = {
  'platform.journal': JournalRow;
  'platform.journal_head': Head;
};
