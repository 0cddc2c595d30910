import * as m from '#messages';
import { HOUSE } from '#platform/journal/seal.ts';
import type { Verdict } from '#platform/journal/verify.ts';
import type { BreakKind } from '#platform/journal/walk.ts';
import type { Terminal } from '../terminal.ts';

/** How the journal stands: its entries counted, and where each broken chain first breaks. */
export function showVerdict({ entries, older, heads, breaks }: Verdict, terminal: Terminal): string {
  const counts = { entries, chains: heads.length };
  return [
    terminal.ink('bold', breaks.length > 0 ? m.cli_journal_broken({ ...counts, broken: breaks.length }) : m.cli_journal_whole(counts)),
    ...(older > 0 ? [m.cli_journal_older({ older })] : []),
    ...breaks.map(({ chain, sequence, kind }) => m.cli_journal_break({ chain: chain === HOUSE ? m.cli_journal_house() : chain, sequence, what: BREAKS[kind]() })),
  ].join('\n');
}

const BREAKS: Record<BreakKind, () => string> = {
  'beginning-altered': m.cli_break_beginning_altered,
  'disposal-unsaid': m.cli_break_disposal_unsaid,
  'entry-altered': m.cli_break_entry_altered,
  'entry-missing': m.cli_break_entry_missing,
  'entry-twice': m.cli_break_entry_twice,
  'entry-unlinked': m.cli_break_entry_unlinked,
  'facts-altered': m.cli_break_facts_altered,
  'head-altered': m.cli_break_head_altered,
  'not-as-exported': m.cli_break_not_as_exported,
  'tail-missing': m.cli_break_tail_missing,
  'who-altered': m.cli_break_who_altered,
};
