import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { OpenDatabase } from './database/open.ts';
import type { Files } from './files/files.ts';
import type { Jobs } from './jobs/jobs.ts';
import { append, type Witnessed } from './journal/append.ts';
import type { Mail } from './mail/mail.ts';
import type { Signatures } from './signatures/signatures.ts';
import type { Texting } from './sms/sms.ts';

/** What the program reaches the world by, whoever asks. */
export interface Ports {
  clock: Clock;
  data: OpenDatabase;
  files: Files;
  jobs: Jobs;
  mail: Mail;
  signatures: Signatures;
  sms: Texting;
}

/** What every action and query is given first: who asks, when, and what it may reach. Nothing else is ambient. */
export interface Context extends Ports {
  actor: Actor;
  /** The database as the actor is let to see it. */
  database: Database;
  /** In a transaction: what has been witnessed in it so far, to be written last. */
  witnessed?: Witnessed[];
}

/** A context in which this actor asks, and the database has been told so. */
export const contextFor = ({ clock, data, files, jobs, mail, signatures, sms }: Ports, actor: Actor): Context => ({ clock, data, files, jobs, mail, signatures, sms, actor, database: data.as(actor, clock) });

/**
 * Runs the work in one transaction: all of it is kept, or, when it throws, none. Nested calls join the outer one. The
 * journal is written last, so that nobody waits for a chain longer than it takes to write the entries and commit.
 */
export async function inTransaction<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  if (context.database.isTransaction) return work(context);
  return context.database.transaction().execute(async (database) => {
    const witnessed: Witnessed[] = [];
    const value = await work({ ...context, database, witnessed });
    await append(database, witnessed);
    return value;
  });
}
