import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerOrganisation } from '#partnership/people';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { openAsOwner } from '#platform/database/open.ts';
import { lockFolder } from '#platform/folder-lock.ts';
import { openHouse } from '#platform/house.ts';
import type { Verdict } from '#platform/journal/verify.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-journal-'));
  const house = await openHouse({ DATA_DIR: folder });
  const context = contextFor(house.ports, system('Handslag'));
  for (const name of ['Granby kommun', 'Norrby kommun', 'Exempelstads kommun']) await registerOrganisation(context, { name, sector: 'public', orgNumber: null });
  await house.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const handslag = (words: string[], data = folder): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '../../bin/handslag.mjs'), ...words], { env: { PATH: process.env.PATH, DATA_DIR: data } }, (fault, out, err) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }),
    );
  });

const verdict = async () => JSON.parse((await handslag(['journal', 'verify', '--json'])).out) as Verdict;

test('a whole journal is said to be whole, with the number of its entries', async () => {
  expect(await handslag(['journal', 'verify'])).toEqual({ code: 0, out: 'Journalen är hel. Poster: 3 · kedjor: 1\n', err: '' });
  expect(await verdict()).toMatchObject({ entries: 3, older: 0, breaks: [], heads: [{ chain: 'house', sequence: 3 }] });
});

test('one that cannot be read is not called broken', async () => {
  expect(await handslag(['journal', 'verify'], join(folder, 'nowhere'))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('ingen databas') });
  const unlock = await lockFolder(folder);
  expect(await handslag(['journal', 'verify'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('körs just nu') });
  await unlock();
  writeFileSync(join(folder, 'other.json'), '{"heads": 1}');
  expect(await handslag(['journal', 'verify', '--head', join(folder, 'other.json')])).toMatchObject({ code: 2, out: '' });
  expect(await handslag(['journal', 'burn'])).toMatchObject({ code: 2, err: expect.stringContaining('journal burn') });
});

test('a broken journal is told by its first broken link, and one that was cut off and mended by an earlier answer', async () => {
  const earlier = join(folder, 'heads.json');
  writeFileSync(earlier, JSON.stringify(await verdict()));
  await owner("update platform.journal set what = 'people.recorded' where sequence = 2");
  const broken = await handslag(['journal', 'verify', '--lang', 'en']);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('Chain house (what belongs to no partnership), entry 2: the entry has been changed.');

  await owner('delete from platform.journal where sequence > 1');
  await owner("update platform.journal_head set sequence = 1, hash = (select hash from platform.journal where sequence = 1) where chain = 'house'");
  expect((await handslag(['journal', 'verify'])).code).toBe(0);
  const compared = await handslag(['journal', 'verify', '--head', earlier]);
  expect(compared.code).toBe(1);
  expect(compared.out).toContain('post 2: kedjan är en annan än den som togs ut tidigare');
});

async function owner(statement: string): Promise<void> {
  const { database, close } = await openAsOwner({ folder: join(folder, 'database') });
  await sql.raw(statement).execute(database);
  await close();
}
