import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { Files } from './files/files.ts';

/** What every action and query is given first: who asks, when, and what it may reach. Nothing else is ambient. */
export interface Context {
  actor: Actor;
  clock: Clock;
  database: Database;
  files: Files;
}

/** Runs the work in one transaction: all of it is kept, or, when it throws, none. Nested calls join the outer one. */
export async function inTransaction<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  if (context.database.isTransaction) return work(context);
  return context.database.transaction().execute((database) => work({ ...context, database }));
}
