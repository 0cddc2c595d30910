import * as m from '#messages';
import type { IntakeNote } from '#partnership/agreement';
import type { Refusal } from '#kernel/outcome.ts';
import { refusalSentence } from '#ui/refusal-sentence.ts';
import type { Terminal } from './terminal.ts';

/** Tells why a file could not be read, on the error stream. */
export function tellRefusals(name: string, refusals: Refusal[], terminal: Terminal): void {
  for (const refusal of refusals) terminal.complain(`${name}: ${refusalSentence(refusal)}`);
}

const NOTES: Record<IntakeNote['code'], (facts: Record<string, string | number>) => string> = {
  'characters-lost': () => m.note_characters_lost(),
  'changes-accepted': () => m.note_changes_accepted(),
  'outside-content-left-out': () => m.note_outside_content_left_out(),
  'pages-without-text': ({ pages = '' }) => m.note_pages_without_text({ pages }),
  'carried-reading-differs': () => m.note_carried_reading_differs(),
};

/** Tells what is to be known of how a file became text, on the error stream. */
export function tellNotes(name: string, notes: IntakeNote[], terminal: Terminal): void {
  for (const { code, facts = {} } of notes) terminal.complain(`${name}: ${NOTES[code](facts)}`);
}
