import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Connection, Connections } from './connections.ts';

/** A database in which no statement runs before the database has been told who asks, also a statement outside a transaction. */
export const spokenFor = (connections: Connections, actor: Actor, clock: Clock): Kysely<object> =>
  new Kysely<object>({ dialect: dialectOf(connections, () => told(actor, clock)) });

/** The connections as they are, for the owner's own work on tables. */
export const unspoken = (connections: Connections): Kysely<object> => new Kysely<object>({ dialect: dialectOf(connections, () => '') });

/** What row security goes by, for the length of the transaction: who asks, and which day it is. */
function told(actor: Actor, clock: Clock): string {
  const who = actor.kind === 'person' ? actor.id : actor.kind === 'walker' ? `walker:${actor.id}` : actor.kind === 'system' ? 'system' : '';
  if (!/^((walker:)?[0-9a-f-]{36}|system|)$/.test(who)) throw new Error('An actor must be known by a UUID');
  return `;select set_config('handslag.actor', '${who}', true), set_config('handslag.today', '${clock.today()}', true)`;
}

const dialectOf = (connections: Connections, telling: () => string): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new SpeakingDriver(connections, telling),
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

class SpeakingDriver implements Driver {
  readonly #connections: Connections;
  readonly #telling: () => string;

  constructor(connections: Connections, telling: () => string) {
    this.#connections = connections;
    this.#telling = telling;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SpeakingConnection> {
    return new SpeakingConnection(await this.#connections.acquire(), this.#telling);
  }

  beginTransaction = (connection: SpeakingConnection) => connection.begin();
  commitTransaction = (connection: SpeakingConnection) => connection.end('commit');
  rollbackTransaction = (connection: SpeakingConnection) => connection.end('rollback');

  async releaseConnection(connection: SpeakingConnection): Promise<void> {
    connection.release();
  }

  /** The connections are shared: whoever opened them closes them. */
  async destroy(): Promise<void> {}
}

class SpeakingConnection implements DatabaseConnection {
  readonly #connection: Connection;
  readonly #telling: () => string;
  #inTransaction = false;
  #fault: Error | undefined;

  constructor(connection: Connection, telling: () => string) {
    this.#connection = connection;
    this.#telling = telling;
  }

  async begin(): Promise<void> {
    await this.#connection.run(`begin${this.#telling()}`);
    this.#inTransaction = true;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.#inTransaction = false;
    try {
      await this.#connection.run(how);
    } catch (fault) {
      this.#fault = fault as Error;
      throw fault;
    }
  }

  release(): void {
    this.#connection.release(this.#fault);
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#inTransaction) return this.#execute(compiled);
    await this.begin();
    try {
      const result = await this.#execute<R>(compiled);
      await this.end('commit');
      return result;
    } catch (fault) {
      if (this.#inTransaction) await this.end('rollback').catch(() => {});
      throw fault;
    }
  }

  async #execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.#connection.query(sql, parameters);
    return { rows: rows as R[], numAffectedRows: affected === null ? undefined : BigInt(affected) };
  }

  // oxlint-disable-next-line require-yield -- The interface asks for a stream; nothing of ours reads one.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are not streamed');
  }
}
