import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { apartReader } from '#partnership/agreement';
import { sure } from '#kernel/outcome.ts';
import { freshAddress } from '../../../tests/support/fresh-database.ts';
import { layDatabaseIn } from '../../../tests/support/migrated-folder.ts';
import { weighing } from '../../../tests/support/weighing.ts';
import { castDemo } from '../../demo-cast.ts';
import { layOutSamples } from '../../samples.ts';
import { system } from '../actor.ts';
import { stoppedClock } from '../clock.ts';
import { contextFor, inTransaction } from '../context.ts';
import type { Database } from '../database/database.ts';
import { migrations } from '../database/migrate.ts';
import { type DatabaseHome, openAsOwner, openDatabase, type OwnedDatabase } from '../database/open.ts';
import type { Files } from '../files/files.ts';
import { localDisk } from '../files/local-disk.ts';
import { withJobs } from '../jobs/jobs.ts';
import { witness } from '../journal.ts';
import { verifyJournal } from '../journal/verify.ts';
import { resting } from '../mail/mail.ts';
import { openSignatures } from '../signatures/open.ts';
import { resting as restingSms } from '../sms/sms.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const given = inject('database');
const clock = stoppedClock('2026-11-21');
const folder = await mkdtemp(join(tmpdir(), 'handslag-backup-'));
const archive = join(folder, 'everything.handslag');
const files = localDisk(join(folder, 'files'));
const authority = join(folder, 'authority');
const signatures = openSignatures(authority, {}, clock);
afterAll(() => rm(folder, { recursive: true }));

const embedded = (): DatabaseHome => ({ folder: join(folder, randomUUID()) });

/** A database on the server that Handslag has never been in. */
async function onServer(server: string): Promise<DatabaseHome> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(`${server}/postgres`);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return { url: `${server}/${name}` };
}

const emptyHome = async (): Promise<DatabaseHome> => ('server' in given ? onServer(given.server) : embedded());

/** One that has been migrated and holds nothing, as a bare start leaves it. */
async function bareHome(): Promise<DatabaseHome> {
  if ('server' in given) return { url: await freshAddress(given.server) };
  const home = join(folder, randomUUID());
  await layDatabaseIn(home);
  return { folder: join(home, 'database') };
}

const home = await bareHome();

/** Values that are easily lost on the way. */
const ODD = [null, 'null', '\\N', '\t\n\r\\"\'', '{"a":null}', 'åäö 👋🏽', '', ' '];

beforeAll(async () => {
  const data = await openDatabase(home);
  const context = contextFor(withJobs({ clock, data, files, mail: resting, signatures, sms: restingSms }), system('Handslag'));
  const reader = apartReader();
  await layOutSamples(context, reader);
  reader.close();
  await castDemo(context);
  await inTransaction(context, async (inside) => {
    for (const odd of ODD) await witness(inside, { what: 'agreement.facts-confirmed', agreementId: null, facts: { odd, [odd ?? 'none']: [1e21, 0.1, odd] } });
  });
  await data.close();
  const owner = await openAsOwner(home);
  await sql`insert into agreement.decision (fact_id, verdict, value, decided_at, decided_by) select id, 'correct', 'null'::jsonb, '2026-11-21 10:11:12.123456+00', '' from agreement.fact limit 1`.execute(owner.database);
  await signatures.authority();
  sure(await writeBackup(archive, { database: owner.database, files, authority, clock, program: '0.1.0' }));
  await owner.close();
});

/** Every row of every table of ours, in an order of its own, and how far each sequence has come. */
const everything = (home: DatabaseHome) => owning(home, rowsOf);

async function owning<T>(home: DatabaseHome, work: (owner: OwnedDatabase) => Promise<T>): Promise<T> {
  const owner = await openAsOwner(home);
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

async function rowsOf(owner: OwnedDatabase): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await owner.database.transaction().execute(async (transaction) => {
    await sql`set local timezone = 'UTC'`.execute(transaction);
    const tables = await sql<{ name: string }>`select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public', 'jobs')`.execute(transaction);
    for (const { name } of tables.rows) found[name] = await written(transaction, name);
  });
  return found;
}

async function written(transaction: Database, table: string): Promise<string[]> {
  // When each database was brought to a migration is its own affair.
  const what = table === 'platform.migration' ? sql`name` : sql`to_jsonb(kept) || jsonb_build_object('as it is', kept::text)`;
  const { rows } = await sql<{ row: string }>`select (${what})::text as row from ${sql.table(table)} as kept`.execute(transaction);
  return rows.map(({ row }) => row).sort();
}

const restored = (from: string, to: DatabaseHome) => owning(to, (owner) => restoredInto(owner, from));

async function restoredInto(owner: OwnedDatabase, from: string) {
  const kept = localDisk(join(folder, randomUUID()));
  const authority = join(folder, randomUUID(), 'authority');
  // A bare start has made one of its own there, which gives way.
  await openSignatures(authority, {}, clock).authority();
  const outcome = await restoreBackup(from, { owner, files: kept, authority });
  return { outcome, files: kept, authority };
}

const targets: [string, () => Promise<DatabaseHome>][] = [['the embedded database', async () => embedded()]];
if ('server' in given) targets.push(['PostgreSQL', () => onServer(given.server)]);

/** One that everything has been restored to. */
let restoredHome: DatabaseHome;

for (const [name, target] of targets) {
  test(`everything is in ${name} again, row by row and file by file, and from there once more`, async () => {
    const before = await everything(home);
    expect(Object.keys(before).length).toBeGreaterThan(15);
    expect(before['agreement.fact']!.length).toBeGreaterThan(100);
    expect(before['platform.journal']!.join()).toContain('👋🏽');

    const there = await target();
    const first = await restored(archive, there);
    expect(first.outcome).toMatchObject({ ok: true });
    expect(await everything(there)).toEqual(before);
    restoredHome = there;
    const names = await Array.fromAsync(files.all());
    expect(names.length).toBe(5);
    expect(await Array.fromAsync(first.files.all())).toEqual(names);
    for (const sha256 of names) expect(await first.files.get(sha256)).toEqual(await files.get(sha256));
    expect((await openSignatures(first.authority, {}, clock).authority()).root).toEqual((await signatures.authority()).root);

    const again = join(folder, `${randomUUID()}.handslag`);
    const owner = await openAsOwner(there);
    sure(await writeBackup(again, { database: owner.database, files: first.files, authority: first.authority, clock, program: '0.1.0' }));
    await owner.close();
    const back = await bareHome();
    expect((await restored(again, back)).outcome).toMatchObject({ ok: true });
    expect(await everything(back)).toEqual(before);
  });
}

test('what is written afterwards is numbered after what was there, in a journal that is whole', async () => {
  const data = await openDatabase(restoredHome);
  const context = contextFor(withJobs({ clock, data, files, mail: resting, signatures, sms: restingSms }), system('Handslag'));
  await inTransaction(context, (inside) => witness(inside, { what: 'people.unit-closed', agreementId: null }));
  const { rows } = await sql<{ last: string }>`select what as last from platform.journal order by id desc limit 1`.execute(context.database);
  expect(rows).toEqual([{ last: 'people.unit-closed' }]);
  const verdict = await verifyJournal(context.database);
  expect(verdict.entries).toBeGreaterThan(20);
  expect(verdict.breaks).toEqual([]);
  await data.close();
});

test('references hold again, and rows are kept apart again', async () => {
  const owner = await openAsOwner(restoredHome);
  await expect(sql`insert into agreement.reading (agreement_id, reader, reading, read_at) values (gen_random_uuid(), '', '{}', now())`.execute(owner.database)).rejects.toThrow(/foreign key/);
  const loose = await sql`select conname from pg_constraint where contype = 'f' and condeferrable`.execute(owner.database);
  expect(loose.rows).toEqual([]);
  await owner.close();
  const data = await openDatabase(restoredHome);
  const { rows } = await sql`select 1 from agreement.agreement`.execute(data.as({ kind: 'nobody' }, clock));
  expect(rows).toEqual([]);
  await data.close();
});

test('a database with something in it is left as it is', async () => {
  const before = await everything(home);
  expect((await restored(archive, home)).outcome).toMatchObject({ ok: false, refusals: [{ code: 'backup.database-not-empty' }] });
  expect(await everything(home)).toEqual(before);
});

test('an archive from before the newest migrations is brought forward', async () => {
  const old = await emptyHome();
  const owner = await openAsOwner(old);
  await owner.migrate(migrations().slice(0, 10));
  await sql`insert into platform.journal (at, who, what, facts) values (now(), 'Åsa', 'test.old', '{}')`.execute(owner.database);
  const file = join(folder, 'old.handslag');
  sure(await writeBackup(file, { database: owner.database, files, authority, clock, program: '0.0.1' }));
  await owner.close();
  const there = await emptyHome();
  expect((await restored(file, there)).outcome).toMatchObject({ ok: true });
  const now = await everything(there);
  expect(now['platform.migration']).toEqual(migrations());
  expect(now['platform.journal']!.join()).toContain('test.old');
});

test('an archive that is damaged anywhere or cut off is refused before anything is written', async () => {
  const whole = await readFile(archive);
  const hurt: [string, () => Promise<unknown>][] = [
    ...[0.05, 0.3, 0.6, 0.9].map((where): [string, () => Promise<unknown>] => [`a bit at ${where}`, () => writeFile(join(folder, 'hurt'), flipped(whole, Math.floor(whole.length * where)))]),
    ['the last bytes gone', () => writeFile(join(folder, 'hurt'), whole).then(() => truncate(join(folder, 'hurt'), whole.length - 9))],
    ['half of it gone', () => writeFile(join(folder, 'hurt'), whole.subarray(0, whole.length / 2))],
    ['no archive at all', () => writeFile(join(folder, 'hurt'), 'Kära kommun')],
    ['nothing', () => writeFile(join(folder, 'hurt'), '')],
  ];
  const owner = await openAsOwner(await emptyHome());
  for (const [what, hurting] of hurt) {
    await hurting();
    const { outcome, files: kept } = await restoredInto(owner, join(folder, 'hurt'));
    expect(outcome, what).toMatchObject({ ok: false, refusals: [{ code: 'backup.archive-damaged' }] });
    expect(await rowsOf(owner), what).toEqual({});
    expect(await Array.fromAsync(kept.all()), what).toEqual([]);
  }
  await owner.close();
});

test('a backup is for nobody else on the machine, is never half under its name and never written over', async () => {
  expect((await stat(archive)).mode & 0o077).toBe(0);
  expect(existsSync(`${archive}.part`)).toBe(false);
  const owner = await openAsOwner(home);
  const copied = { database: owner.database, files, authority, clock, program: '0.1.0' };
  expect(await writeBackup(archive, copied)).toMatchObject({ ok: false, refusals: [{ code: 'backup.file-exists' }] });
  expect(await writeBackup(join(folder, 'nowhere', 'file'), copied)).toMatchObject({ ok: false, refusals: [{ code: 'backup.file-not-writable' }] });
  await owner.close();
});

test('files far larger than what is held of them pass through', async () => {
  const large = localDisk(join(folder, 'large'));
  const block = randomBytes(1024 * 1024);
  for (const length of [40, 41]) {
    await large.putStream(
      (async function* () {
        for (let megabyte = 0; megabyte < length; megabyte += 1) yield block;
      })(),
    );
  }
  const file = join(folder, 'large.handslag');
  const scale = weighing();
  const owner = await openAsOwner(await bareHome());
  const open: Files['open'] = async (sha256) => {
    const found = (await large.open(sha256))!;
    return { ...found, bytes: Readable.from(scale.weighed(found.bytes)) };
  };
  sure(await writeBackup(file, { database: owner.database, files: { ...large, open }, authority, clock, program: '0.1.0' }));
  await owner.close();
  expect(scale.weights.length).toBeGreaterThan(3);
  expect(Math.max(...scale.weights.splice(0))).toBeLessThan(40);

  const kept = localDisk(join(folder, 'kept'));
  const there = await openAsOwner(await bareHome());
  sure(await restoreBackup(file, { owner: there, files: { ...kept, putStream: (bytes) => kept.putStream(scale.weighed(bytes)) }, authority: join(folder, randomUUID()) }));
  await there.close();
  expect(scale.weights.length).toBeGreaterThan(3);
  expect(Math.max(...scale.weights)).toBeLessThan(40);
  expect(await Array.fromAsync(kept.all())).toEqual(await Array.fromAsync(large.all()));
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 1;
  return changed;
}
