import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { projectRoot } from '../project-root.ts';
import type { Database } from './database.ts';

const folder = join(projectRoot, 'src/platform/migrations');

/** The migrations in order: numbered from 1 without gaps, each one plain SQL for one schema. */
export const migrations = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();

/** Brings the database to the newest migration, or as far as `names`, each in its own transaction, and lets in who works in it; one process at a time. Asks once which of them are done: most starts have none to do. */
export async function migrate(database: Database, letIn: (database: Database) => Promise<void>, names = migrations()): Promise<void> {
  await sql`create schema if not exists platform`.execute(database);
  await sql`create table if not exists platform.migration (name text primary key, at timestamptz not null default now())`.execute(database);
  const { rows: known } = await sql<{ name: string }>`select name from platform.migration`.execute(database);
  const done = new Set(known.map(({ name }) => name));
  for (const name of names.filter((one) => !done.has(one))) {
    await database.transaction().execute(async (transaction) => {
      await sql`lock table platform.migration in exclusive mode`.execute(transaction);
      const { rows } = await sql`select 1 from platform.migration where name = ${name}`.execute(transaction);
      if (rows.length > 0) return;
      for (const statement of statements(readFileSync(join(folder, name), 'utf8'))) await sql.raw(statement).execute(transaction);
      await sql`insert into platform.migration (name) values (${name})`.execute(transaction);
    });
  }
  const admission = () =>
    database.transaction().execute(async (transaction) => {
      await sql`lock table platform.migration in exclusive mode`.execute(transaction);
      await letIn(transaction);
    });
  await unlessCrowded(admission);
}

/** Times that a role is let in anew, a little later each time. */
const TURNS = 20;

/** A role belongs to all databases of a server: where another of them lets the same one in at this moment, this one waits for its turn. */
async function unlessCrowded(work: () => Promise<void>): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work();
    } catch (fault) {
      if (turn === TURNS || !isCrowded(fault)) throw fault;
      await setTimeout(turn * 10);
    }
  }
}

/** Two have made or changed the same role at once. PostgreSQL has a code of its own for the first only. */
const isCrowded = (fault: unknown): boolean => fault instanceof Error && (['23505', '42710'].includes((fault as { code?: string }).code ?? '') || fault.message === 'tuple concurrently updated');

/** PGlite runs one statement a call. A statement ends in a semicolon at the end of a line; a function's body, between dollars, is part of its statement. */
const statements = (text: string): string[] =>
  [...text.replace(/^--.*$/gm, '').matchAll(/(?:\$\$[^]*?\$\$|(?!;\s*$)[^])+/gm)].map(([statement]) => statement.replace(/^;/, '').trim()).filter(Boolean);
