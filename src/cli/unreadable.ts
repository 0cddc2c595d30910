import type { Refusal } from '#kernel/outcome.ts';
import type { IntakeNote } from '#partnership/agreement';
import { noteSentence } from '#ui/note-sentence.ts';
import { refusalSentence } from '#ui/refusal-sentence.ts';
import type { Terminal } from './terminal.ts';

/** Tells why a file could not be read, on the error stream. */
export function tellRefusals(name: string, refusals: Refusal[], terminal: Terminal): void {
  for (const refusal of refusals) terminal.complain(`${name}: ${refusalSentence(refusal)}`);
}

/** Tells what is to be known of how a file became text, on the error stream. */
export function tellNotes(name: string, notes: IntakeNote[], terminal: Terminal): void {
  for (const note of notes) terminal.complain(`${name}: ${noteSentence(note)}`);
}
