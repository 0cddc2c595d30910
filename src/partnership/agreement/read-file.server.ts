import type { FileFormat } from './intake/taken.ts';
import type { IntakeNote } from './intake/note.ts';
import type { Reading } from './model.ts';

/** What reading a file gives: its text, the kind of file it was, what is to be known of how it became text, and the facts found. */
export interface ReadFile {
  text: string;
  format: FileFormat;
  notes: IntakeNote[];
  reading: Reading;
}
