import { sql } from 'kysely';
import { system } from '../actor.ts';
import { contextFor, type Ports } from '../context.ts';
import { migrations } from '../database/migrate.ts';

/** What must hold before visitors are sent here. */
export interface Readiness {
  /** The database answers. */
  database: boolean;
  /** It has exactly the migrations that this program was built with. */
  migrations: boolean;
  /** Files can be written. */
  files: boolean;
}

/** Milliseconds after which no answer is a no. */
const PATIENCE = 3_000;

/** Milliseconds that an answer is good for: anyone may ask, and asking writes to the disk. */
const FRESH = 2_000;

/** Asks the database and the file store, however many ask at once, at most every other second. */
export function readiness(ports: Ports): () => Promise<Readiness> {
  let asked: { at: number; answer: Promise<Readiness> } | null = null;
  return () => {
    if (!asked || performance.now() - asked.at > FRESH) asked = { at: performance.now(), answer: look(ports) };
    return asked.answer;
  };
}

async function look(ports: Ports): Promise<Readiness> {
  const { database } = contextFor(ports, system('readiness'));
  const known = within(sql<{ name: string }>`select name from platform.migration order by name`.execute(database));
  const written = within(ports.files.mustBeWritable().then(() => true));
  const rows = (await known)?.rows;
  return { database: rows !== undefined, migrations: rows?.map(({ name }) => name).join() === migrations().join(), files: (await written) ?? false };
}

/** What comes in time, else null, also where it fails. */
function within<T>(work: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, PATIENCE, null);
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}
