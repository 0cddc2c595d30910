import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { pglite, ready } from '../../src/platform/database/embedded.ts';

/** Migrates an embedded database once and lays its data folder aside; each test file starts from a copy. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-pglite-'));
  const database = await pglite();
  const connections = await ready(database);
  const snapshot = join(folder, 'snapshot.tar');
  await writeFile(snapshot, new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer()));
  await connections.close();
  project.provide('database', { snapshot });
  return () => rm(folder, { recursive: true });
}
