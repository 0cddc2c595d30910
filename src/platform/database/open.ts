import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Connections } from './connections.ts';
import type { Database } from './database.ts';
import { spokenFor, unspoken } from './dialect.ts';
import { type EmbeddedHome, embedded, embeddedAsOwner } from './embedded.ts';
import { postgres, postgresAsOwner } from './postgres.ts';

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

/** Opens it as its owner, whom row security does not bind: for copies of the whole, and for nothing that a visitor asks for. */
export async function openAsOwner(home: DatabaseHome): Promise<{ database: Database; close(): Promise<void> }> {
  const connections = await (isPostgres(home) ? postgresAsOwner(home.url) : embeddedAsOwner(home));
  return { database: unspoken(connections), close: () => connections.close() };
}

const isPostgres = (home: DatabaseHome): home is { url: string } => typeof home === 'object' && 'url' in home;
