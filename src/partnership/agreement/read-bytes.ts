import { done, type Outcome } from '#kernel/outcome.ts';
import { intake } from './intake/intake.ts';
import type { IntakeNote } from './intake/note.ts';
import type { Reading } from './model.ts';

/** What reading a file gives: its text, the kind of file it was, and the facts found. */
export interface ReadFile {
  text: string;
  format: string;
  notes: IntakeNote[];
  reading: Reading;
}

/** A file's bytes, read and checked. What runs in the child process of `read-apart.server.ts`. */
export async function readBytes(bytes: Uint8Array): Promise<Outcome<ReadFile>> {
  const taken = await intake(bytes);
  if (!taken.ok) return taken;
  const { text, format, notes, reading } = taken.value;
  return done({ text, format, notes, reading: reading ?? readAndCheck(text) });
}
