import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { pglite, ready } from '../../src/platform/database/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of an embedded database that has been made and migrated, and is closed. */
    migratedFolder: string;
  }
}

/** Makes and migrates an embedded database once: a file that each test file opens a copy of, and a folder that each program is given a copy of. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-migrated-'));
  const [database, snapshot] = [join(folder, 'database'), join(folder, 'snapshot.tar')];
  const embedded = await pglite({ dataDir: database });
  const connections = await ready(embedded);
  await writeFile(snapshot, new Uint8Array(await (await embedded.dumpDataDir('none')).arrayBuffer()));
  await connections.close();
  project.provide('migratedFolder', database);
  project.provide('database', { snapshot });
  return () => rm(folder, { recursive: true });
}

/** Lays a copy of it in a program's data folder. */
export const layDatabaseIn = (dataFolder: string): Promise<void> => cp(inject('migratedFolder'), join(dataFolder, 'database'), { recursive: true });
