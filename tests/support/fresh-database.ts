import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import { system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import type { Database } from '#platform/database/database.ts';
import { openAsOwner, type OpenDatabase, openDatabase } from '#platform/database/open.ts';
import { localDisk } from '#platform/files/local-disk.ts';
import { withJobs } from '#platform/jobs/jobs.ts';
import { resting } from '#platform/mail/mail.ts';
import { openSignatures } from '#platform/signatures/open.ts';
import { resting as restingSms } from '#platform/sms/sms.ts';
import { somebody } from './cast.ts';
import { layDatabaseIn } from './migrated-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated PGlite data folder as a file, or the address of a real PostgreSQL server with a migrated template. */
    database: { snapshot: string } | { server: string };
  }
}

/** A migrated, empty database of its own for the test file that asks: PGlite or PostgreSQL, as the Vitest project says. */
export async function freshDatabase(): Promise<OpenDatabase> {
  const given = inject('database');
  if ('snapshot' in given) return closedAfterwards(await openDatabase({ snapshot: new Blob([readFileSync(given.snapshot)]) }));
  const url = await freshAddress(given.server);
  const database = await openDatabase({ url });
  addresses.set(database, url);
  return closedAfterwards(database);
}

/** The settings with which a program of its own runs on a fresh database. */
export async function freshSettings(): Promise<Record<string, string>> {
  const given = inject('database');
  const settings = { DATA_DIR: await mkdtemp(join(tmpdir(), 'handslag-data-')) };
  afterAll(() => rm(settings.DATA_DIR, { recursive: true }));
  if ('server' in given) return { ...settings, DATABASE_URL: await freshAddress(given.server) };
  await layDatabaseIn(settings.DATA_DIR);
  return settings;
}

/** What the owner of the database could do, done in a transaction that is taken back afterwards. */
export async function asOwner<T>({ data, clock }: Context, work: (database: Database) => Promise<T>): Promise<T> {
  const url = addresses.get(data);
  const owner = url ? await openAsOwner({ url }) : { database: data.as(system('the owner'), clock), close: async () => {} };
  const takenBack = Promise.withResolvers<T>();
  await owner.database
    .transaction()
    .execute(async (transaction) => {
      if (!url) await sql`set local session authorization postgres`.execute(transaction);
      await work(transaction).then(takenBack.resolve, takenBack.reject);
      throw new Error('taken back');
    })
    .catch(() => {});
  await owner.close();
  return takenBack.promise;
}

/** The house's own context on a fresh database, with a stopped clock: it may do what no person may alone. */
export async function freshHouse(clock: Clock = stoppedClock('2026-11-21')): Promise<Context> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-house-'));
  afterAll(() => rm(folder, { recursive: true }));
  return contextFor(withJobs({ clock, data: await freshDatabase(), files: localDisk(join(folder, 'files')), mail: resting, signatures: openSignatures(join(folder, 'authority'), {}, clock), sms: restingSms }), system('Handslag'));
}

/** The context of Maja Lindgren, coordinator of Granby kommun, on a fresh database with a stopped clock. */
export async function freshContext(clock?: Clock): Promise<Context> {
  const house = await freshHouse(clock);
  return contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));
}

/** Where databases on a real server lie. */
const addresses = new WeakMap<OpenDatabase, string>();

function closedAfterwards(database: OpenDatabase): OpenDatabase {
  afterAll(() => database.close());
  return database;
}

/** A migrated, empty database of its own on the server. */
export async function freshAddress(server: string): Promise<string> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(`${server}/postgres`);
  await admin.connect();
  await admin.query(`create database ${name} template handslag_template`);
  await admin.end();
  return `${server}/${name}`;
}
