import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Connections } from './connections.ts';
import type { Database } from './database.ts';
import { spokenFor, unspoken } from './dialect.ts';
import { admitToEmbedded, type EmbeddedHome, embedded, embeddedAsOwner } from './embedded.ts';
import { migrate } from './migrate.ts';
import { admitToPostgres, postgres, postgresAsOwner } from './postgres.ts';

/** Where the data is kept: a PostgreSQL address, or a folder for the embedded database, or memory only. */
export type DatabaseHome = { url: string } | EmbeddedHome;

/** An open database: a way in for each actor, and one close. */
export interface OpenDatabase {
  /** The database as this actor is let to see it. Cheap: connections are shared. */
  as(actor: Actor, clock: Clock): Database;
  /** The connections themselves, on which nobody has said who asks: row security then shows nothing. For the queue of jobs. */
  connections: Connections;
  close(): Promise<void>;
}

/**
 * Opens the database, brings it to the newest migration and enters it as the role that row security binds.
 * Throws `StartFailure` when it cannot be reached.
 */
export async function openDatabase(home: DatabaseHome): Promise<OpenDatabase> {
  const connections = await (isPostgres(home) ? postgres(home.url) : embedded(home));
  return { as: (actor, clock) => spokenFor(connections, actor, clock), connections, close: () => connections.close() };
}

/** A database opened by its owner, whom row security does not bind. */
export interface OwnedDatabase {
  database: Database;
  /** Brings the database to the newest migration and lets in the role that works in it; or only as far as these, where nobody works yet. */
  migrate(names?: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens it as its owner and changes nothing: for copies of the whole, and for nothing that a visitor asks for. */
export async function openAsOwner(home: DatabaseHome): Promise<OwnedDatabase> {
  const connections = await (isPostgres(home) ? postgresAsOwner(home.url) : embeddedAsOwner(home));
  const database = unspoken(connections);
  const letIn = isPostgres(home) ? admitToPostgres(home.url) : admitToEmbedded;
  return { database, migrate: (names) => migrate(database, names ? async () => {} : letIn, names), close: () => connections.close() };
}

const isPostgres = (home: DatabaseHome): home is { url: string } => typeof home === 'object' && 'url' in home;
