import type { Reading } from './model.ts';

/** What reading a file gives: its text, the kind of file it was, and the facts found. */
export interface ReadFile {
  text: string;
  format: string;
  reading: Reading;
}
