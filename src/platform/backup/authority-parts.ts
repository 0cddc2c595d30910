import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { authorityPart, partOf } from './manifest.ts';

/** What the house signs by, as it lies in its folder; a root key that has been moved elsewhere is not among it. */
export async function authorityIn(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return Promise.all(names.filter((name) => partOf(authorityPart(name)) !== null).sort().map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** Puts an authority where one that a bare start has made, and nobody has signed by, may lie. Whole or not at all. */
export async function putAuthority(folder: string, parts: { name: string; bytes: Buffer }[]): Promise<void> {
  if (parts.length === 0) return;
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  for (const { name, bytes } of parts) await writeFile(join(draft, name), bytes, { mode: 0o600, flush: true });
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
