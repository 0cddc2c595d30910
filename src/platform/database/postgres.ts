import type { Pool } from 'pg';
import { StartFailure } from '../start-failure.ts';
import { admit, applicationRole } from './application-role.ts';
import { asWritten, type Connections } from './connections.ts';
import type { Database } from './database.ts';
import { unspoken } from './dialect.ts';
import { migrate } from './migrate.ts';

/** Migrates a PostgreSQL database as its owner, whose address it is, and then connects as the application's own role. */
export async function postgres(url: string): Promise<Connections> {
  const owner = await postgresAsOwner(url);
  try {
    await migrate(unspoken(owner), admitToPostgres(url));
  } finally {
    await owner.close();
  }
  const address = new URL(url);
  const role = roleFor(address);
  address.username = encodeURIComponent(role.name);
  address.password = encodeURIComponent(role.password ?? '');
  return pooled(address.href, 10);
}

/** Connects to the database as it is, as its owner. */
export const postgresAsOwner = (url: string): Promise<Connections> => pooled(url, 1);

/** Lets the application's role into the database of this address. */
export const admitToPostgres =
  (url: string) =>
  (database: Database): Promise<void> =>
    admit(database, roleFor(new URL(url)));

const roleFor = ({ username, password }: URL) => applicationRole({ name: decodeURIComponent(username), password: decodeURIComponent(password) || null });

async function pooled(connectionString: string, max: number): Promise<Connections> {
  if (!/^postgres(?:ql)?:\/\//.test(connectionString) || !URL.canParse(connectionString)) throw new StartFailure('database-unreadable');
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
  count: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  close: () => pool.end(),
});
