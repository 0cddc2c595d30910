import { done, type Outcome } from '#kernel/outcome.ts';
import { factsOf } from './facts.ts';
import { intake } from './intake/intake.ts';
import { LIMITS, textTooLong } from './intake/limits.ts';
import { readAndCheck } from './read-and-check.ts';
import type { ReadFile } from './read-file.server.ts';

/** A file's bytes, read and checked. What runs in the child process of `read-apart.server.ts`. */
export async function readBytes(bytes: Uint8Array): Promise<Outcome<ReadFile>> {
  const taken = await intake(bytes);
  if (!taken.ok) return taken;
  const { text, format, notes } = taken.value;
  const reading = taken.value.reading ?? readAndCheck(text);
  // Told here, apart from the rest: so many would keep everybody waiting while they are kept and shown.
  if (factsOf(reading).length + reading.findings.length > LIMITS.found) return textTooLong();
  return done({ text, format, notes, reading });
}
