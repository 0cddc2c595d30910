import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from './files.ts';

/** Files in a folder of this machine: written beside and renamed, so that a crash never leaves half a file under its name. */
export function localDisk(folder: string): Files {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const target = place(sha256);
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
      const draft = `${target}.${randomUUID()}`;
      await writeFile(draft, bytes);
      await rename(draft, target);
      return sha256;
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      try {
        return await readFile(place(sha256));
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw fault;
      }
    },
    async mustBeWritable() {
      const probe = join(folder, `probe.${randomUUID()}`);
      await mkdir(folder, { recursive: true });
      await writeFile(probe, '');
      await rm(probe);
    },
  };
}
