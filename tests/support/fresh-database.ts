import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import { system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { type OpenDatabase, openDatabase } from '#platform/database/open.ts';
import { localDisk } from '#platform/files/local-disk.ts';
import { withJobs } from '#platform/jobs/jobs.ts';
import { resting } from '#platform/mail/mail.ts';
import { somebody } from './cast.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated PGlite data folder as a file, or the address of a real PostgreSQL server with a migrated template. */
    database: { snapshot: string } | { server: string };
  }
}

/** A migrated, empty database of its own for the test file that asks: PGlite or PostgreSQL, as the Vitest project says. */
export async function freshDatabase(): Promise<OpenDatabase> {
  const given = inject('database');
  const database = 'snapshot' in given ? await fromSnapshot(given.snapshot) : await fromTemplate(given.server);
  afterAll(() => database.close());
  return database;
}

/** The house's own context on a fresh database, with a stopped clock: it may do what no person may alone. */
export async function freshHouse(clock: Clock = stoppedClock('2026-11-21')): Promise<Context> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-files-'));
  afterAll(() => rm(folder, { recursive: true }));
  return contextFor(withJobs({ clock, data: await freshDatabase(), files: localDisk(folder), mail: resting }), system('Handslag'));
}

/** The context of Maja Lindgren, coordinator of Granby kommun, on a fresh database with a stopped clock. */
export async function freshContext(clock?: Clock): Promise<Context> {
  const house = await freshHouse(clock);
  return contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));
}

const fromSnapshot = (file: string) => openDatabase({ snapshot: new Blob([readFileSync(file)]) });

async function fromTemplate(server: string): Promise<OpenDatabase> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(`${server}/postgres`);
  await admin.connect();
  await admin.query(`create database ${name} template handslag_template`);
  await admin.end();
  return openDatabase({ url: `${server}/${name}` });
}
