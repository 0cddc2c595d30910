import type { Pool } from 'pg';
import { StartFailure } from '../start-failure.ts';
import { admit, applicationRole } from './application-role.ts';
import { asWritten, type Connections } from './connections.ts';
import { unspoken } from './dialect.ts';
import { migrate } from './migrate.ts';

/** Migrates a PostgreSQL database as its owner, whose address it is, and then connects as the application's own role. */
export async function postgres(url: string): Promise<Connections> {
  await (await postgresAsOwner(url)).close();
  const address = new URL(url);
  const role = roleFor(address);
  address.username = encodeURIComponent(role.name);
  address.password = encodeURIComponent(role.password ?? '');
  return pooled(address.href, 10);
}

/** Migrates the database and stays connected as its owner. */
export async function postgresAsOwner(url: string): Promise<Connections> {
  const owner = await pooled(url, 1);
  try {
    await migrate(unspoken(owner), (database) => admit(database, roleFor(new URL(url))));
    return owner;
  } catch (fault) {
    await owner.close();
    throw fault;
  }
}

const roleFor = ({ username, password }: URL) => applicationRole({ name: decodeURIComponent(username), password: decodeURIComponent(password) || null });

async function pooled(connectionString: string, max: number): Promise<Connections> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: (id: number, format?: 'text' | 'binary') => asWritten[id] ?? pg.types.getTypeParser(id, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 5_000, types });
  // An idle connection that the server ends is replaced by the next that is asked for.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new StartFailure('database-unreachable', { reason: (cause as Error).message || String((cause as { code?: string }).code) });
  }
  return shared(pool);
}

/** Statements whose row count says what they changed. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

const shared = (pool: Pool): Connections => ({
  async acquire() {
    const client = await pool.connect();
    return {
      async query(sql, parameters) {
        const { rows, rowCount, command } = await client.query(sql, [...parameters]);
        return { rows, affected: CHANGES.has(command) ? rowCount : null };
      },
      async run(statements) {
        // Several statements give several results, of which the types know nothing.
        return [await client.query(statements)].flat().flatMap(({ rows }) => rows);
      },
      release: (fault) => client.release(fault),
    };
  },
  close: () => pool.end(),
});
