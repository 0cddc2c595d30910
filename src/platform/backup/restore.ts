import { buffer, text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Database } from '../database/database.ts';
import { migrations } from '../database/migrate.ts';
import type { OwnedDatabase } from '../database/open.ts';
import type { Files } from '../files/files.ts';
import { partsIn } from './archive.ts';
import { putAuthority } from './authority-parts.ts';
import { countOf, fullName, migrationsOf, sequencesOf, speakPlainly, type Table, tablesOf } from './catalogue.ts';
import { examine } from './examine.ts';
import { type Manifest, partOf } from './manifest.ts';
import { addPart } from './rows.ts';
import { withLooseReferences } from './loose-references.ts';

/** Where it is restored to. The database is its owner's. */
export interface Target {
  owner: OwnedDatabase;
  files: Files;
  /** The folder of what the house signs by. */
  authority: string;
}

/**
 * Fills an empty database, the file store and the signing authority from an archive, and then brings the database to this program's newest
 * migration. Nothing is written before the whole archive has been found to be what it was; rows are all kept or none.
 */
export async function restoreBackup(file: string, { owner, files, authority }: Target): Promise<Outcome<Manifest>> {
  const examined = await examine(file);
  if (!examined.ok) return examined;
  const manifest = examined.value;
  if (!isWithin(manifest.migrations, migrations())) return refuse('conflict', 'backup.from-another-program', { facts: { version: manifest.program } });
  if (!(await isEmptyFor(manifest, owner.database))) return refuse('conflict', 'backup.database-not-empty');

  await owner.migrate(manifest.migrations);
  const signsBy: { name: string; bytes: Buffer }[] = [];
  const fits = await owner.database.transaction().execute(async (transaction) => {
    const tables = await tablesOf(transaction);
    if (!sameTables(manifest, tables)) return false;
    await speakPlainly(transaction);
    await withLooseReferences(transaction, tables, () => fill(file, transaction, tables, files, signsBy));
    await goOnCounting(transaction, manifest);
    await mustHaveAll(transaction, manifest, tables);
    return true;
  });
  if (!fits) return refuse('conflict', 'backup.from-another-program', { facts: { version: manifest.program } });
  await putAuthority(authority, signsBy);
  await owner.migrate();
  return done(manifest);
}

/** True where nothing has ever been done: whatever is done leaves a line in the journal. What migrations and a bare start put there is replaced. */
async function isEmptyFor(manifest: Manifest, database: Database): Promise<boolean> {
  if (!isWithin(await migrationsOf(database), manifest.migrations)) return false;
  const journal = (await tablesOf(database)).find((table) => fullName(table) === 'platform.journal');
  return journal === undefined || (await countOf(database, journal)) === 0;
}

const isWithin = (some: string[], all: string[]): boolean => some.every((name) => all.includes(name));

function sameTables(manifest: Manifest, tables: Table[]): boolean {
  const shape = (name: string, columns: string[]) => `${name}(${columns.join()})`;
  const told = manifest.tables.map(({ name, columns }) => shape(name, columns)).sort();
  return told.join() === tables.map((table) => shape(fullName(table), table.columns.map(({ name }) => name))).sort().join();
}

async function fill(file: string, transaction: Database, tables: Table[], files: Files, signsBy: { name: string; bytes: Buffer }[]): Promise<void> {
  const byName = new Map(tables.map((table) => [fullName(table), table]));
  for await (const part of partsIn(file)) {
    const of = partOf(part.name);
    if (of && 'table' in of) await addPart(transaction, byName.get(of.table)!, await text(part.bytes));
    else if (of && 'authority' in of) signsBy.push({ name: of.authority, bytes: await buffer(part.bytes) });
    else if (of && (await files.putStream(part.bytes)) !== of.file) throw new Error(`${part.name} changed while it was read`);
  }
}

/** Numbers go on after those that have been given. */
async function goOnCounting(transaction: Database, manifest: Manifest): Promise<void> {
  const here = new Set((await sequencesOf(transaction)).map(({ name }) => name));
  for (const { name, value } of manifest.sequences) {
    if (value !== null && here.has(name)) await sql`select setval(${name}::regclass, ${value}::bigint)`.execute(transaction);
  }
}

async function mustHaveAll(transaction: Database, manifest: Manifest, tables: Table[]): Promise<void> {
  const told = new Map(manifest.tables.map(({ name, rows }) => [name, rows]));
  for (const table of tables) {
    const count = await countOf(transaction, table);
    if (count !== told.get(fullName(table))) throw new Error(`${fullName(table)} has ${count} rows and should have ${told.get(fullName(table))}`);
  }
}
