import type { Reading } from '../model.ts';
import type { IntakeNote } from './note.ts';

export type FileFormat = 'text' | 'markdown' | 'docx' | 'pdf' | 'handslag-pdf';

/** A file's text as it is kept: every span of a reading is an offset into it. */
export interface Intake {
  text: string;
  format: FileFormat;
  notes: IntakeNote[];
  /** Present only for a PDF made by Handslag, which carries its reading with it. */
  reading?: Reading;
}
