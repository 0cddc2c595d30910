import { sql } from 'kysely';
import type { Context } from '../context.ts';

/** Milliseconds that a file is kept for although no row speaks of it: whoever put it may not have written the row yet. */
const TIME_TO_WRITE = 24 * 3_600_000;

/** Removes the files that nothing is kept for any more, and says how many. Only the house may: for others the database refuses. */
export async function removeUnusedFiles({ database, files, clock }: Context, signal?: AbortSignal): Promise<number> {
  const { rows } = await sql<{ sha256: string }>`select platform.files_in_use() as sha256`.execute(database);
  const used = new Set(rows.map(({ sha256 }) => sha256));
  const before = new Date(clock.now().getTime() - TIME_TO_WRITE);
  let count = 0;
  for await (const sha256 of files.all()) {
    if (signal?.aborted) break;
    if (!used.has(sha256) && (await files.remove(sha256, before))) count += 1;
  }
  return count;
}
