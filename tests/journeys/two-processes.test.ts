import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratedDatabase, postgresServer } from '../support/postgres-server.ts';
import { dataFolder, started } from '../support/running-server.ts';
import { carrying, firstAdministrator, type SessionCookie } from '../support/signed-in.ts';

/** A busy machine reads slowly. */
const SOON = { timeout: 60_000 };

let stop: () => Promise<void>;
let environment: Record<string, string>;
let session: SessionCookie;

beforeAll(async () => {
  const postgres = await postgresServer([]);
  const { folder, clear } = await dataFolder();
  environment = { DATABASE_URL: await migratedDatabase(postgres.address, 'handslag'), DATA_DIR: folder, SAMPLES: 'no', HANDSLAG_SECRET: 'one secret for both programs that is long enough' };
  stop = async () => {
    await postgres.stop();
    await clear();
  };
});
afterAll(() => stop());

test('of two programs on one database one may be killed in the middle of its work, and nothing that was answered is lost', async () => {
  const one = await started(environment);
  session = await firstAdministrator(await one.firstAdministrator);
  const other = await started(environment);

  const mine = await handIn(one, 'Avtal mellan Granby kommun och Granby byalag');
  await expect.poll(() => page(other, mine), SOON).toContain('Granby byalag');

  const acknowledged: { address: string; name: string }[] = [];
  const killed = new AbortController();
  const writer = async (number: number) => {
    for (let turn = 0; !killed.signal.aborted; turn += 1) {
      const name = `Föreningen ${number} ${turn}`;
      const address = await handIn(one, `Avtal mellan Granby kommun och ${name}`).catch(() => null);
      if (address) acknowledged.push({ address, name });
    }
  };
  const writers = [1, 2, 3, 4].map(writer);
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(12);
  expect(await one.stop('SIGKILL')).toEqual({ code: null, errors: '' });
  killed.abort();
  await Promise.all(writers);

  for (const { address } of acknowledged) expect((await fetch(`${other.at}${address}`, { headers: carrying(session) })).status).toBe(200);
  const after = await handIn(other, 'Avtal mellan Granby kommun och de som blev kvar');
  await expect.poll(() => page(other, after), SOON).toContain('de som blev kvar');

  // What the killed one had begun to read, the next to start reads to the end.
  const third = await started(environment);
  for (const { address, name } of acknowledged) await expect.poll(() => page(third, address), SOON).toContain(name);

  // Who signs out of one is out of all.
  await fetch(`${other.at}/sign-out`, { method: 'POST', headers: { origin: other.at, ...carrying(session) }, redirect: 'manual' });
  expect(await page(third, acknowledged[0].address)).not.toContain(acknowledged[0].name);
  for (const program of [other, third]) expect(await program.stop('SIGTERM')).toEqual({ code: 0, errors: '' });
});

/** Hands in a pasted text as a form does and gives the path of its page. */
async function handIn({ at }: { at: string }, text: string): Promise<string> {
  const body = new FormData();
  body.set('text', text);
  const answer = await fetch(`${at}/new`, { method: 'POST', body, headers: { origin: at, accept: 'text/html', ...carrying(session) }, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`handing in was answered ${answer.status}`);
  return answer.headers.get('location')!;
}

const page = async ({ at }: { at: string }, path: string): Promise<string> => (await fetch(`${at}${path}`, { headers: carrying(session) })).text();
