import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { pack, type Pack } from 'tar-stream';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Files } from '../files/files.ts';
import { authorityIn } from './authority-parts.ts';
import { fullName, migrationsOf, sequencesOf, speakPlainly, tablesOf } from './catalogue.ts';
import { authorityPart, filePart, MANIFEST, type Manifest, tablePart } from './manifest.ts';
import { partsOf } from './rows.ts';

/** What is copied. The database is its owner's, so that no row is kept back. */
export interface Copied {
  database: Database;
  files: Files;
  /** The folder of what the house signs by. */
  authority: string;
  clock: Clock;
  /** The version of the program. */
  program: string;
}

/**
 * Writes everything into one archive: each table as it was at one moment, then the files and what the house signs by, then the manifest. The archive
 * has its name only when it is whole; one of that name is never written over.
 */
export async function writeBackup(file: string, copied: Copied): Promise<Outcome<Manifest>> {
  if (await stat(file).catch(() => null)) return refuse('conflict', 'backup.file-exists', { facts: { file } });
  if ((await migrationsOf(copied.database)).length === 0) return refuse('not-found', 'backup.nothing-there');
  const draft = `${file}.part`;
  const archive = pack();
  try {
    // Most of the bytes are files that are packed already. What it holds is for nobody else on the machine. One draft of that name at a time.
    const written = pipeline(archive, createGzip({ level: 3 }), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
    const manifest = await Promise.race([fill(archive, copied), written.then(() => unending())]);
    await written;
    await rename(draft, file);
    return done(manifest);
  } catch (fault) {
    archive.destroy();
    const { code = '' } = fault as NodeJS.ErrnoException;
    if (code !== 'EEXIST') await rm(draft, { force: true });
    if (['EEXIST', 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EISDIR'].includes(code)) return refuse('invalid', 'backup.file-not-writable', { facts: { file: draft, reason: code } });
    throw fault;
  }
}

/** The archive ends only after it has been filled, so its end decides nothing. */
const unending = () => new Promise<never>(() => {});

async function fill(archive: Pack, { database, files, authority, clock, program }: Copied): Promise<Manifest> {
  const at = clock.now();
  const add = (name: string, bytes: Buffer) => added(archive, name, bytes, at);
  const rows = await database.transaction().execute(async (transaction) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
    await speakPlainly(transaction);
    const tables: Manifest['tables'] = [];
    for (const table of await tablesOf(transaction)) {
      const entry: Manifest['tables'][number] = { name: fullName(table), columns: table.columns.map(({ name }) => name), rows: 0, parts: [] };
      for await (const part of partsOf(transaction, table)) {
        const name = tablePart(entry.name, entry.parts.length + 1);
        entry.rows += part.rows;
        entry.parts.push({ name, sha256: await add(name, Buffer.from(part.lines)) });
      }
      tables.push(entry);
    }
    return { migrations: await migrationsOf(transaction), tables, sequences: await sequencesOf(transaction) };
  });
  // A file is kept before a row tells of it, so those that the copied rows tell of are there now.
  const manifest: Manifest = { format: 'handslag.backup/1', program, at: at.toISOString(), ...rows, authority: [], files: await copyFiles(archive, files, at) };
  for (const { name, bytes } of await authorityIn(authority)) manifest.authority.push({ name: authorityPart(name), sha256: await add(authorityPart(name), bytes) });
  await add(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 1)));
  archive.finalize();
  return manifest;
}

async function copyFiles(archive: Pack, files: Files, at: Date): Promise<Manifest['files']> {
  const names = createHash('sha256');
  let [count, bytes] = [0, 0];
  for await (const sha256 of files.all()) {
    const file = await files.open(sha256);
    // Disposed of since it was listed.
    if (!file) continue;
    const entry = archive.entry({ name: filePart(sha256), size: file.size, mtime: at });
    await pipeline(file.bytes, entry);
    names.update(`${sha256}\n`);
    count += 1;
    bytes += file.size;
  }
  return { count, bytes, sha256: names.digest('hex') };
}

/** Waits until the archive has taken it, so that what is read does not pile up before what is written. */
async function added(archive: Pack, name: string, bytes: Buffer, mtime: Date): Promise<string> {
  await pipeline([bytes], archive.entry({ name, size: bytes.length, mtime }));
  return createHash('sha256').update(bytes).digest('hex');
}
