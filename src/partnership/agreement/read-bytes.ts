import { done, type Outcome } from '#kernel/outcome.ts';
import { intake } from './intake/intake.ts';
import { readAndCheck } from './read-and-check.ts';
import type { ReadFile } from './read-file.server.ts';

/** A file's bytes, read and checked. What runs in the child process of `read-apart.server.ts`. */
export async function readBytes(bytes: Uint8Array): Promise<Outcome<ReadFile>> {
  const taken = await intake(bytes);
  if (!taken.ok) return taken;
  const { text, format, notes, reading } = taken.value;
  return done({ text, format, notes, reading: reading ?? readAndCheck(text) });
}
