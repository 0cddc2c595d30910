import type { Cell, Table } from '#kernel/table.ts';
import * as m from '#messages';
import type { HistoryEntry } from '#platform/journal/history.ts';
import { eventWords } from './event-words.ts';

/** Entries as a table, with what it takes to find them again in the chain. Moments are ISO 8601 in UTC. */
export function tableOfEntries(rows: HistoryEntry[]): Table {
  const head = [
    m.journal_csv_when(), m.journal_csv_who(), m.journal_csv_for(), m.journal_csv_what(), m.journal_csv_code(), m.journal_csv_facts(),
    m.journal_csv_version(), m.journal_csv_number(), m.journal_csv_hash(),
  ];
  return { head, rows: rows.map(rowOf) };
}

const rowOf = ({ at, who, actingFor, what, facts, version, sequence, hash }: HistoryEntry): Cell[] => [
  at.toISOString(),
  who,
  actingFor ?? '',
  eventWords(what),
  what,
  Object.keys(facts).length > 0 ? JSON.stringify(facts) : '',
  version ?? '',
  sequence,
  hash ?? '',
];
