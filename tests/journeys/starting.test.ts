import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { layDatabaseIn } from '../support/migrated-folder.ts';
import { dataFolder, launch, started } from '../support/running-server.ts';
import { firstAdministrator, type SessionCookie } from '../support/signed-in.ts';

test('a port in use is told in one line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((listening) => taken.once('listening', listening));
  const { port } = taken.address() as { port: number };
  expect(await failure({ PORT: String(port) })).toMatch(new RegExp(`^Port ${port} är upptagen`));
});

test('a port that is no number is told in one line', async () => {
  expect(await failure({ PORT: 'three thousand' })).toMatch(/^PORT=three thousand/);
});

test('an address that others reach is refused until the program is whole, and all that is missing is told in one line', async () => {
  expect(await failure({ HOST: '0.0.0.0' })).toMatch(/ORIGIN .*HANDSLAG_SECRET .*DATABASE_URL .*SMTP_URL /);
  const secret = join(await folder(), 'secret');
  await writeFile(secret, 'x'.repeat(40));
  const told = await failure({ ORIGIN: 'https://handslag.granby.example', HANDSLAG_SECRET_FILE: secret, DATABASE_URL: 'postgres://handslag@127.0.0.1:9/handslag' });
  expect(told).toContain('SMTP_URL');
  expect(told).not.toMatch(/ORIGIN|HANDSLAG_SECRET|DATABASE_URL/);
});

test('a log level that does not exist is told in one line', async () => {
  expect(await failure({ LOG_LEVEL: 'chatty' })).toMatch(/^LOG_LEVEL=chatty/);
});

test('a folder that cannot be written is told in one line', async () => {
  const file = join(await folder(), 'a file in the way');
  await writeFile(file, '');
  expect(await failure({ DATA_DIR: file })).toContain(file);
  expect(await failure({ DATA_DIR: join(file, 'data') })).toContain(file);
});

test('a database that does not answer is told in one line, without its password', async () => {
  const told = await failure({ DATABASE_URL: 'postgres://handslag:secret@127.0.0.1:9/handslag' });
  expect(told).toMatch(/DATABASE_URL.*ECONNREFUSED/);
  expect(told).not.toContain('secret');
});

test('a database address that is none is told in one line', async () => {
  expect(await failure({ DATABASE_URL: 'handslag' })).toMatch(/^DATABASE_URL .*postgres:\/\//);
});

test('npm start that is stopped by its process alone stops the program too', async () => {
  const DATA_DIR = await folder();
  await layDatabaseIn(DATA_DIR);
  // As npm does it: a shell that waits for the program, and passes no signal on.
  const npm = spawn('sh', ['-c', `"${process.execPath}" scripts/start.mjs; true`], { env: { ...process.env, npm_lifecycle_event: 'start', DATA_DIR, PORT: '0', SAMPLES: 'no' }, stdio: 'ignore' });
  await appears(join(DATA_DIR, 'handslag.lock'));
  npm.kill('SIGTERM');
  await expect.poll(() => existsSync(join(DATA_DIR, 'handslag.lock')), { timeout: 60_000 }).toBe(false);
});

test('a second program on the same folder is refused, and the first goes on', async () => {
  const DATA_DIR = await folder();
  await layDatabaseIn(DATA_DIR);
  const first = await started({ DATA_DIR, SAMPLES: 'no' });
  expect(await failure({ DATA_DIR })).toContain(DATA_DIR);
  expect((await fetch(`${first.at}/sign-in`)).status).toBe(200);
  expect(await first.stop('SIGTERM')).toEqual({ code: 0, errors: '' });
});

test('what was handed in is there after a stop by either signal and after a crash', async () => {
  const DATA_DIR = await folder();
  await layDatabaseIn(DATA_DIR);
  const first = await started({ DATA_DIR, SAMPLES: 'no' });
  const maja = await firstAdministrator(await first.firstAdministrator);
  const agreement = await handIn(first.at, maja, 'Avtal mellan Granby kommun och Granby byalag');
  for (const [signal, code] of [['SIGTERM', 0], ['SIGINT', 0], ['SIGKILL', null]] as const) {
    const running = signal === 'SIGTERM' ? first : await started({ DATA_DIR, SAMPLES: 'no' });
    expect(await pageAt(running.at, maja, agreement), `before ${signal}`).toContain('Granby byalag');
    expect(await running.stop(signal)).toEqual({ code, errors: '' });
  }
  const last = await started({ DATA_DIR, SAMPLES: 'no' });
  expect(await pageAt(last.at, maja, agreement)).toContain('Granby byalag');
  expect((await last.stop('SIGTERM')).code).toBe(0);
});

test('a first start that is killed at any moment does not stand in the way of the next', async () => {
  const DATA_DIR = await folder();
  // The folder is taken, its database is being made, the first sample is being laid out.
  for (const moment of ['handslag.lock', 'database/PG_VERSION', 'files']) {
    const killed = launch({ DATA_DIR });
    await appears(join(DATA_DIR, moment));
    expect(await killed.stop('SIGKILL')).toEqual({ code: null, errors: '' });
  }
  const running = await started({ DATA_DIR });
  expect((await fetch(`${running.at}/sign-in`)).status).toBe(200);
  expect(await running.stop('SIGTERM')).toEqual({ code: 0, errors: '' });
});

test('a start that is interrupted ends cleanly and lets go of the folder', async () => {
  const DATA_DIR = await folder();
  const interrupted = launch({ DATA_DIR });
  await appears(join(DATA_DIR, 'database'));
  expect(await interrupted.stop('SIGINT')).toEqual({ code: 0, errors: '' });
  expect(existsSync(join(DATA_DIR, 'handslag.lock'))).toBe(false);
});

async function folder(): Promise<string> {
  const { folder, clear } = await dataFolder();
  onTestFinished(clear);
  return folder;
}

/** The one line that a start which must fail complains with. */
async function failure(environment: Record<string, string>): Promise<string> {
  const { code, errors } = await launch({ DATA_DIR: await folder(), ...environment }).ended;
  expect({ code, lines: errors.trimEnd().split('\n').length }, errors).toEqual({ code: 1, lines: 1 });
  return errors;
}

/** Hands in a pasted text as a form does and gives the path of its page. */
async function handIn(address: string, { name, value }: SessionCookie, text: string): Promise<string> {
  const body = new FormData();
  body.set('text', text);
  const answer = await fetch(`${address}/new`, { method: 'POST', body, headers: { origin: address, accept: 'text/html', cookie: `${name}=${value}` }, redirect: 'manual' });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!;
}

const pageAt = async (address: string, { name, value }: SessionCookie, path: string): Promise<string> =>
  (await fetch(`${address}${path}`, { headers: { cookie: `${name}=${value}` } })).text();

const appears = (file: string) => expect.poll(() => existsSync(file), { timeout: 60_000, interval: 2 }).toBe(true);
