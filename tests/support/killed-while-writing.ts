import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { system } from '#platform/actor.ts';
import { wallClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { openDatabase } from '#platform/database/open.ts';
import { dataFolder } from '#platform/house.ts';
import { verifyJournal } from '#platform/journal/verify.ts';
import type { Break } from '#platform/journal/walk.ts';

/** What is left after a program was killed while it wrote, once or many times. */
export interface Aftermath {
  kills: number;
  /** Writes that the program had said were kept. */
  acknowledged: number;
  /** Those of them that are not there, or without their entry in the journal. */
  lost: string[];
  /** Writes without an entry, and entries without a write. */
  halves: number;
  entries: number;
  breaks: Break[];
}

/**
 * Starts a program that makes so many journalled writes on the database that the settings name, kills it with SIGKILL at
 * a moment of chance among them, and looks at what is there; again and again on the same database.
 */
export async function killedWhileWriting(settings: Record<string, string>, { kills, writes }: { kills: number; writes: number }): Promise<Aftermath> {
  const told: string[] = [];
  let killed = 0;
  for (let run = 0; run < kills; run += 1) {
    const { acknowledged, wasKilled } = await killedOnce(settings, { writes, run, after: 1 + Math.floor(Math.random() * (writes * 0.9)) });
    told.push(...acknowledged);
    if (wasKilled) killed += 1;
    const found = await inspect(settings, told);
    if (found.lost.length > 0 || found.breaks.length > 0 || found.halves > 0) return { kills: killed, acknowledged: told.length, ...found };
  }
  return { kills: killed, acknowledged: told.length, ...(await inspect(settings, told)) };
}

function killedOnce(settings: Record<string, string>, { writes, run, after }: { writes: number; run: number; after: number }): Promise<{ acknowledged: string[]; wasKilled: boolean }> {
  const acknowledged: string[] = [];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'journal-writer.ts'), String(writes), String(run)], { env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(child.stdout).on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length === after) setTimeout(() => child.kill('SIGKILL'), Math.random() * 5);
  });
  return new Promise((resolve) => child.on('close', (_code, signal) => resolve({ acknowledged, wasKilled: signal === 'SIGKILL' })));
}

async function inspect(settings: Record<string, string>, told: string[]): Promise<Omit<Aftermath, 'kills' | 'acknowledged'>> {
  const data = await openDatabase(settings.DATABASE_URL ? { url: settings.DATABASE_URL } : { folder: join(dataFolder(settings), 'database') });
  const database = data.as(system('Handslag'), wallClock);
  const written = await ids(database, sql`select id from people.organisation`);
  const witnessed = await ids(database, sql`select facts->>'organisationId' as id from platform.journal where what = 'people.organisation-registered'`);
  const { entries, breaks } = await verifyJournal(database);
  await data.close();
  return { lost: told.filter((id) => !written.has(id) || !witnessed.has(id)), halves: written.symmetricDifference(witnessed).size, entries, breaks };
}

const ids = async (database: Database, query: ReturnType<typeof sql<{ id: string }>>): Promise<Set<string>> => new Set((await query.execute(database)).rows.map(({ id }) => id));
