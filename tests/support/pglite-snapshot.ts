import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/database/migrate.ts';

/** Migrates an embedded database once and lays its data folder aside; each test file starts from a copy. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-pglite-'));
  const pglite = new PGlite();
  const database = new Kysely<object>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(database);
  const snapshot = join(folder, 'snapshot.tar');
  await writeFile(snapshot, new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await database.destroy();
  project.provide('database', { snapshot });
  return () => rm(folder, { recursive: true });
}
