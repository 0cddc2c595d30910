import { asCsv } from '#kernel/csv.ts';
import * as m from '#messages';
import type { HistoryEntry } from '#platform/journal/history.ts';
import { eventWords } from './event-words.ts';

/** Entries as a table, with what it takes to find them again in the chain. Moments are ISO 8601 in UTC. */
export function entriesAsCsv(rows: HistoryEntry[]): string {
  const head = [
    m.journal_csv_when(), m.journal_csv_who(), m.journal_csv_for(), m.journal_csv_what(), m.journal_csv_code(), m.journal_csv_facts(),
    m.journal_csv_version(), m.journal_csv_number(), m.journal_csv_hash(),
  ];
  return asCsv([head, ...rows.map(rowOf)]);
}

const rowOf = ({ at, who, actingFor, what, facts, version, sequence, hash }: HistoryEntry): string[] => [
  at.toISOString(),
  who,
  actingFor ?? '',
  eventWords(what),
  what,
  Object.keys(facts).length > 0 ? JSON.stringify(facts) : '',
  version ?? '',
  sequence === null ? '' : String(sequence),
  hash ?? '',
];
