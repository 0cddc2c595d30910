import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { layDatabaseIn } from '../support/migrated-folder.ts';
import { dataFolder, type Program, started } from '../support/running-server.ts';
import { carrying, firstAdministrator } from '../support/signed-in.ts';

test('who watches over the program hears that it lives, is ready and how it does, and the log names nobody', async () => {
  const program = await withData({ SAMPLES: 'no' });
  expect(await (await fetch(`${program.at}/healthz`)).json()).toEqual({ alive: true });
  const ready = await fetch(`${program.at}/readyz`);
  expect({ status: ready.status, told: await ready.json() }).toEqual({ status: 200, told: { database: true, migrations: true, files: true } });

  const session = carrying(await firstAdministrator(await program.firstAdministrator));
  const mark = 'asa.oberg';
  const shown = await fetch(`${program.at}/partnerships/00000000-0000-4000-8000-00000000dead?q=${mark}%40granby.example`, { headers: { ...session, 'user-agent': mark, referer: `${program.at}/?${mark}` } });
  await shown.text();
  await (await fetch(`${program.at}/new`)).text();

  const counted = await (await fetch(`${program.at}/metrics`)).text();
  expect(counted).toMatch(/^handslag_http_request_seconds_count\{route="\/partnerships\/\[id\]",status="404"\} 1$/m);
  expect(counted).toMatch(/^handslag_faults_total 0$/m);
  expect(counted).toMatch(/^handslag_database_connections\{state="idle"\} 1$/m);
  expect(counted).toMatch(/^handslag_letters\{state="waiting"\} 0$/m);
  expect(counted).toMatch(/^nodejs_eventloop_lag_seconds /m);
  expect(counted).not.toMatch(new RegExp(`${mark}|dead|granby`, 'i'));

  await program.stop('SIGTERM');
  const log = program.said();
  const lines = log.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const line = lines.find(({ route }) => route === '/partnerships/[id]');
  expect(line).toEqual({ time: expect.any(String), level: 'info', event: 'request', request: shown.headers.get('x-request-id'), method: 'GET', route: '/partnerships/[id]', status: 404, ms: expect.any(Number) });
  expect(log).not.toMatch(new RegExp(`${mark}|dead|127\\.0\\.0\\.1\\D(?!\\d)|node-fetch|undici`, 'i'));
});

test('a program that can keep no files is alive and not ready', async () => {
  const { folder, clear } = await dataFolder();
  await layDatabaseIn(folder);
  const program = await started({ DATA_DIR: folder, SAMPLES: 'no' });
  onTestFinished(async () => {
    await program.stop('SIGTERM');
    await clear();
  });
  const files = join(folder, 'files');
  // Root may write anywhere, so a file stands where the folder was.
  await rm(files, { recursive: true, force: true });
  await writeFile(files, '');
  expect((await fetch(`${program.at}/healthz`)).status).toBe(200);
  const ready = await fetch(`${program.at}/readyz`);
  expect({ status: ready.status, told: await ready.json() }).toEqual({ status: 503, told: { database: true, migrations: true, files: false } });
});

test('without a token the metrics are for this machine, with nobody in between', async () => {
  const program = await withData({ SAMPLES: 'no' });
  const status = async (headers: Record<string, string> = {}) => (await fetch(`${program.at}/metrics`, { headers })).status;
  expect(await status()).toBe(200);
  expect(await status({ 'x-forwarded-for': '192.0.2.1' })).toBe(401);
});

test('with a token the metrics are for whoever bears it', async () => {
  const program = await withData({ SAMPLES: 'no', METRICS_TOKEN: 'a token that nobody guesses' });
  const status = async (headers: Record<string, string> = {}) => (await fetch(`${program.at}/metrics`, { headers })).status;
  expect(await status()).toBe(401);
  expect(await status({ authorization: 'Bearer another' })).toBe(401);
  expect(await status({ authorization: 'Bearer a token that nobody guesses' })).toBe(200);
});

/** A program with data of its own, which is gone after the test. */
async function withData(environment: Record<string, string>): Promise<Program & { at: string }> {
  const { folder, clear } = await dataFolder();
  await layDatabaseIn(folder);
  const program = await started({ DATA_DIR: folder, ...environment });
  onTestFinished(async () => {
    await program.stop('SIGTERM');
    await clear();
  });
  return program;
}
