import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder, started } from '../support/running-server.ts';
import { carrying, firstOfCast } from '../support/signed-in.ts';

test('a house that has been copied opens again in another place, and one that is open is left alone', async () => {
  const { folder, clear } = await dataFolder();
  onTestFinished(clear);
  const [here, there, file] = [join(folder, 'here'), join(folder, 'there'), join(folder, 'everything.handslag')];

  expect(await handslag(['backup', file], { DATA_DIR: here })).toMatchObject({ code: 2, errors: expect.stringContaining('inget att kopiera') });
  const open = await started({ DATA_DIR: here });
  expect(await handslag(['backup', file], { DATA_DIR: here })).toMatchObject({ code: 1, errors: expect.stringContaining('körs redan') });
  const before = await contents(open.at);
  expect(before.download.length).toBeGreaterThan(1_000);
  expect((await open.stop('SIGTERM')).code).toBe(0);

  expect(await handslag(['backup', file], { DATA_DIR: here })).toMatchObject({ code: 0, said: expect.stringContaining('5 filer'), errors: '' });
  expect(await handslag(['backup', file], { DATA_DIR: here })).toMatchObject({ code: 2, errors: expect.stringContaining('finns redan') });
  expect(await handslag(['restore', file], { DATA_DIR: here })).toMatchObject({ code: 2, errors: expect.stringContaining('inte tom') });
  expect(await handslag(['restore', join(folder, 'nowhere')], { DATA_DIR: there })).toMatchObject({ code: 2 });
  expect(await handslag(['restore', file], { DATA_DIR: there })).toMatchObject({ code: 0, said: expect.stringContaining('5 filer'), errors: '' });
  expect(existsSync(join(there, 'handslag.lock'))).toBe(false);

  const again = await started({ DATA_DIR: there });
  expect(await contents(again.at)).toEqual(before);
  expect(await again.stop('SIGTERM')).toEqual({ code: 0, errors: '' });
}, 400_000);

/** The list of partnerships, the first of them and its file. */
async function contents(at: string): Promise<{ list: string[]; page: string; download: string }> {
  const headers = carrying(await firstOfCast(at));
  const text = async (path: string) => (await fetch(`${at}${path}`, { headers })).text();
  const list = [...new Set([...(await text('/partnerships')).matchAll(/\/partnerships\/[0-9a-f-]{36}/g)].map(([address]) => address))];
  expect(list.length).toBe(5);
  return { list, page: await text(list[0]!), download: await text(`${list[0]}/document`) };
}

const handslag = (words: string[], environment: Record<string, string>): Promise<{ code: number; said: string; errors: string }> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _database, ...ours } = process.env;
    execFile(process.execPath, ['bin/handslag.mjs', ...words], { env: { ...ours, ...environment } }, (fault, said, errors) => resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said, errors }));
  });
