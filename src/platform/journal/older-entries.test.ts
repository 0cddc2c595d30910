import { readFileSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { unspoken } from '../database/dialect.ts';
import { pglite, ready } from '../database/embedded.ts';
import { migrations } from '../database/migrate.ts';
import { verifyJournal } from './verify.ts';

/** A database as it was before the chains, with two entries. */
async function before(): Promise<PGlite> {
  const older = await pglite();
  await older.exec('create schema platform; create table platform.migration (name text primary key, at timestamptz not null default now())');
  for (const name of migrations().slice(0, 10)) {
    await older.exec(readFileSync(`src/platform/migrations/${name}`, 'utf8').replace('create schema platform;', ''));
    await older.query('insert into platform.migration (name) values ($1)', [name]);
  }
  await older.exec(`insert into platform.journal (at, who, what, agreement_id, facts) values
    ('2026-11-01', 'Maja Lindgren', 'agreement.received', gen_random_uuid(), '{"fileName": "avtal.pdf"}'), ('2026-11-02', '', 'agreement.read', null, '{}')`);
  return older;
}

const CHANGES = [
  ["who = 'Per Ek' where id = 1", "who = 'Maja Lindgren' where id = 1"],
  ["at = at + interval '1 day' where id = 2", "at = at - interval '1 day' where id = 2"],
  ["facts = '{}' where id = 1", `facts = '{"fileName": "avtal.pdf"}' where id = 1`],
];

test('entries from before the chains are kept, counted and sealed as they were', async () => {
  const older = await before();
  const connections = await ready(older);
  const database = unspoken(connections);
  expect(await verifyJournal(database)).toMatchObject({ entries: 2, older: 2, breaks: [] });
  await older.exec('alter table platform.journal drop constraint journal_linked');
  for (const [change, back] of CHANGES) {
    await older.exec(`update platform.journal set ${change}`);
    expect((await verifyJournal(database)).breaks, change).toEqual([{ chain: 'house', sequence: 1, kind: 'beginning-altered' }]);
    await older.exec(`update platform.journal set ${back}`);
  }
  expect((await verifyJournal(database)).breaks).toEqual([]);
  await connections.close();
});
