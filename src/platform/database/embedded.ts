import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { admit, admitOnce, applicationRole } from './application-role.ts';
import { asWritten, type Connection, type Connections } from './connections.ts';
import type { Database } from './database.ts';
import { unspoken } from './dialect.ts';
import { migrate, migrations } from './migrate.ts';

export type EmbeddedHome = { folder: string } | { snapshot: Blob } | 'memory';

const ROLE = applicationRole({ name: 'handslag', password: null });

/** Opens PostgreSQL in this process, migrates it and works in it as the application's role. */
export async function embedded(home: EmbeddedHome): Promise<Connections> {
  const connections = await opened(home, ready);
  const connection = await connections.acquire();
  await connection.run(`set session authorization ${ROLE.name}`);
  connection.release();
  return connections;
}

/** Opens PostgreSQL in this process as it is, with the owner's rights. */
export const embeddedAsOwner = (home: EmbeddedHome): Promise<Connections> =>
  opened(home, async (pglite) => {
    await pglite.waitReady;
    return inTurn(pglite);
  });

/** Lets the application's role into an embedded database. */
export const admitToEmbedded = (database: Database): Promise<void> => admit(database, ROLE);

type Prepare = (pglite: PGlite) => Promise<Connections>;

async function opened(home: EmbeddedHome, prepare: Prepare): Promise<Connections> {
  if (typeof home === 'object' && 'folder' in home) return wholeIn(home.folder, async () => prepare(await pglite({ dataDir: home.folder })));
  return prepare(await pglite(home === 'memory' ? {} : { loadDataDir: home.snapshot }));
}

/** PostgreSQL in this process with what our tables need of it, loaded only where it is used. */
export async function pglite(where: { dataDir?: string; loadDataDir?: Blob } = {}): Promise<PGlite> {
  const [{ PGlite }, { btree_gist }] = await Promise.all([import('@electric-sql/pglite'), import('@electric-sql/pglite/contrib/btree_gist')]);
  return new PGlite({ ...where, parsers: asWritten, extensions: { btree_gist } });
}

/** Opens the folder's database. One whose making was cut off, which could never be opened again, is made anew. */
async function wholeIn(folder: string, open: () => Promise<Connections>): Promise<Connections> {
  const beingMade = `${folder}.being-made`;
  if (existsSync(beingMade)) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    await writeFile(beingMade, '');
  }
  const connections = await open();
  await rm(beingMade, { force: true });
  return connections;
}

/** Migrates an embedded database. Nobody but this program opens it, so that its role is let in anew only where there is something new. */
export async function ready(pglite: PGlite): Promise<Connections> {
  await pglite.waitReady;
  const connections = inTurn(pglite);
  await migrate(unspoken(connections), (database) => admitOnce(database, ROLE, migrations()));
  return connections;
}

/** The embedded database has one connection: whoever asks for it waits until the one before has given it back. */
function inTurn(pglite: PGlite): Connections {
  let last: Promise<void> = Promise.resolve();
  let asked = 0;
  return {
    async acquire() {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      asked += 1;
      await before;
      return connectionOf(pglite, () => {
        asked -= 1;
        resolve();
      });
    },
    count: () => ({ busy: Math.min(asked, 1), idle: asked === 0 ? 1 : 0, waiting: Math.max(0, asked - 1) }),
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
