import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { admit, applicationRole } from './application-role.ts';
import { asWritten, type Connection, type Connections } from './connections.ts';
import { unspoken } from './dialect.ts';
import { migrate } from './migrate.ts';

export type EmbeddedHome = { folder: string } | { snapshot: Blob } | 'memory';

const ROLE = applicationRole({ name: 'handslag', password: null });

/** Opens PostgreSQL in this process and works in it as the application's role. */
export async function embedded(home: EmbeddedHome): Promise<Connections> {
  const connections = await embeddedAsOwner(home);
  const connection = await connections.acquire();
  await connection.run(`set session authorization ${ROLE.name}`);
  connection.release();
  return connections;
}

/** Opens PostgreSQL in this process, migrated. */
export async function embeddedAsOwner(home: EmbeddedHome): Promise<Connections> {
  const { PGlite } = await import('@electric-sql/pglite');
  const parsers = asWritten;
  if (typeof home === 'object' && 'folder' in home) return wholeIn(home.folder, () => new PGlite(home.folder, { parsers }));
  return ready(home === 'memory' ? new PGlite({ parsers }) : new PGlite({ loadDataDir: home.snapshot, parsers }));
}

/** Opens the folder's database. One whose making was cut off, which could never be opened again, is made anew. */
async function wholeIn(folder: string, open: () => PGlite): Promise<Connections> {
  const beingMade = `${folder}.being-made`;
  if (existsSync(beingMade)) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    await writeFile(beingMade, '');
  }
  const connections = await ready(open());
  await rm(beingMade, { force: true });
  return connections;
}

/** Migrates an embedded database. */
export async function ready(pglite: PGlite): Promise<Connections> {
  await pglite.waitReady;
  const connections = inTurn(pglite);
  await migrate(unspoken(connections), (database) => admit(database, ROLE));
  return connections;
}

/** The embedded database has one connection: whoever asks for it waits until the one before has given it back. */
function inTurn(pglite: PGlite): Connections {
  let last: Promise<void> = Promise.resolve();
  return {
    async acquire() {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return connectionOf(pglite, resolve);
    },
    async close() {
      await last;
      if (!pglite.closed) await pglite.close();
    },
  };
}

const connectionOf = (pglite: PGlite, release: () => void): Connection => ({
  async query(sql, parameters) {
    const { rows, affectedRows } = await pglite.query(sql, parameters as unknown[]);
    return { rows, affected: affectedRows ?? null };
  },
  async run(statements) {
    return (await pglite.exec(statements)).flatMap(({ rows }) => rows);
  },
  release,
});
