import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Files } from './files.ts';

/** Files in a folder of this machine: written beside and renamed, so that a crash never leaves half a file under its name. */
export function localDisk(folder: string): Files {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const home = (sha256: string) => mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await home(sha256);
      const draft = `${place(sha256)}.${randomUUID()}`;
      await writeFile(draft, bytes);
      await rename(draft, place(sha256));
      return sha256;
    },
    async get(sha256) {
      if (!isHash(sha256)) return null;
      return readFile(place(sha256)).catch(nullWhereMissing);
    },
    async putStream(bytes) {
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `draft.${randomUUID()}`);
      const hash = createHash('sha256');
      await pipeline(bytes, (chunks: AsyncIterable<Uint8Array>) => hashedBy(hash, chunks), createWriteStream(draft));
      const sha256 = hash.digest('hex');
      await home(sha256);
      await rename(draft, place(sha256));
      return sha256;
    },
    async open(sha256) {
      const found = isHash(sha256) ? await stat(place(sha256)).catch(nullWhereMissing) : null;
      return found && { size: found.size, bytes: createReadStream(place(sha256)) };
    },
    async *all() {
      const shelves = (await readdir(folder).catch(nullWhereMissing)) ?? [];
      for (const shelf of shelves.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) yield* (await readdir(join(folder, shelf))).filter(isHash).sort();
    },
    async remove(sha256, before) {
      const found = isHash(sha256) ? await stat(place(sha256)).catch(nullWhereMissing) : null;
      if (!found || found.mtime >= before) return false;
      await rm(place(sha256), { force: true });
      return true;
    },
    async mustBeWritable() {
      const probe = join(folder, `probe.${randomUUID()}`);
      await mkdir(folder, { recursive: true });
      await writeFile(probe, '');
      await rm(probe);
    },
  };
}

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

function nullWhereMissing(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null;
  throw fault;
}

async function* hashedBy(hash: ReturnType<typeof createHash>, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
