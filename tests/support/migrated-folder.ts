import { cp, mkdtemp, rm } from 'node:fs/promises';
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

/** Makes and migrates an embedded database once, so that the programs of the journeys need not each do it. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-migrated-'));
  await (await ready(await pglite({ dataDir: folder }))).close();
  project.provide('migratedFolder', folder);
  return () => rm(folder, { recursive: true });
}

/** Lays a copy of it in a program's data folder. */
export const layDatabaseIn = (dataFolder: string): Promise<void> => cp(inject('migratedFolder'), join(dataFolder, 'database'), { recursive: true });
