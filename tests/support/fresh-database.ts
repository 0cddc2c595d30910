import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, inject } from 'vitest';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database/database.ts';
import { openDatabase } from '#platform/database/open.ts';
import { localDisk } from '#platform/files/local-disk.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated PGlite data folder as a file, or the address of a real PostgreSQL server with a migrated template. */
    database: { snapshot: string } | { server: string };
  }
}

/** A migrated, empty database of its own for the test file that asks: PGlite or PostgreSQL, as the Vitest project says. */
export async function freshDatabase(): Promise<Database> {
  const given = inject('database');
  const database = 'snapshot' in given ? await fromSnapshot(given.snapshot) : await fromTemplate(given.server);
  afterAll(() => database.destroy());
  return database;
}

/** A coordinator's context on a fresh database, with a stopped clock. */
export async function freshContext(clock: Clock = stoppedClock('2026-11-21')): Promise<Context> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-files-'));
  afterAll(() => rm(folder, { recursive: true }));
  return {
    actor: { kind: 'person', id: 'maja', name: 'Maja Lindgren', organisation: 'Granby kommun', role: 'coordinator' },
    clock,
    database: await freshDatabase(),
    files: localDisk(folder),
  };
}

const fromSnapshot = (file: string) => openDatabase({ snapshot: new Blob([readFileSync(file)]) });

async function fromTemplate(server: string): Promise<Database> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase({ url: `${server}/postgres` });
  await sql.raw(`create database ${name} template handslag_template`).execute(admin);
  await admin.destroy();
  return openDatabase({ url: `${server}/${name}` });
}
