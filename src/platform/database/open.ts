import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { StartFailure } from '../start-failure.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';

/** Where the data is kept: a PostgreSQL address, or a folder for the embedded database, or memory only. */
export type DatabaseHome = { url: string } | { folder: string } | { snapshot: Blob } | 'memory';

/** Opens the database and brings it to the newest migration. Throws `StartFailure` when it cannot be reached. */
export async function openDatabase(home: DatabaseHome): Promise<Database> {
  const database = typeof home === 'object' && 'url' in home ? await postgres(home.url) : await embedded(home);
  await migrate(database);
  return database;
}

async function postgres(url: string): Promise<Database> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: (id: number, format?: 'text' | 'binary') => asWritten[id] ?? pg.types.getTypeParser(id, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, types });
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new StartFailure('database-unreachable', { reason: (cause as Error).message || String((cause as { code?: string }).code) });
  }
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

async function embedded(home: Exclude<DatabaseHome, { url: string }>): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite');
  const parsers = asWritten;
  if (typeof home === 'object' && 'folder' in home) return wholeIn(home.folder, () => new PGlite(home.folder, { parsers }));
  return ready(home === 'memory' ? new PGlite({ parsers }) : new PGlite({ loadDataDir: home.snapshot, parsers }));
}

/** Opens the folder's database. One whose making was cut off, which could never be opened again, is made anew. */
async function wholeIn(folder: string, open: () => PGlite): Promise<Database> {
  const beingMade = `${folder}.being-made`;
  if (existsSync(beingMade)) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    await writeFile(beingMade, '');
  }
  const database = await ready(open());
  await rm(beingMade, { force: true });
  return database;
}

async function ready(pglite: PGlite): Promise<Database> {
  await pglite.waitReady;
  return new Kysely({ dialect: new PGliteDialect({ pglite }) });
}

/** Dates as ISO days without a time zone and whole numbers as numbers, by PostgreSQL's type number. */
const asWritten: Record<number, (text: string) => unknown> = { 1082: (text) => text, 20: Number };
