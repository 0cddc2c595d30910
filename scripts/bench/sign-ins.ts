import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openAsOwner } from '../../src/platform/database/open.ts';
import { median, type Row, row } from './measure.ts';
import { startServer } from './server.ts';

const PEOPLE = 200;

/** Two hundred people sign in by mail link at the same time, to their first page, on the embedded database. */
export async function benchSignIns(): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'handslag-bench-'));
  try {
    await (await startServer(data, { SAMPLES: 'no' })).stop();
    const addresses = await inDatabase(data, invitePeople);
    const asked = await atOnce(data, addresses, ask);
    const links = await inDatabase(data, lettersWritten);
    if (links.length !== PEOPLE) throw new Error(`${links.length} letters for ${PEOPLE} people`);
    const entered = await atOnce(data, links, enter);
    return [
      row(`${PEOPLE} ask for a link at once, the last has its answer`, Math.max(...asked), 'ms', 10_000, 'limit 10 s'),
      row(`${PEOPLE} use their link at once, the last sees a first page`, Math.max(...entered), 'ms', 10_000, 'limit 10 s'),
      row(`${PEOPLE} use their link at once, the middle one`, median(entered), 'ms', 5_000, 'limit 5 s'),
    ];
  } finally {
    await rm(data, { recursive: true });
  }
}

/** Does the same for everybody at once; when each was done, in milliseconds from the beginning. */
async function atOnce(data: string, given: string[], work: (address: string, given: string) => Promise<void>): Promise<number[]> {
  const server = await startServer(data, { SAMPLES: 'no' });
  try {
    const began = performance.now();
    return await Promise.all(given.map((each) => work(server.address, each).then(() => performance.now() - began)));
  } finally {
    await server.stop();
  }
}

async function ask(address: string, email: string): Promise<void> {
  const answer = await send(`${address}/sign-in?/link`, { email, to: '/' });
  if (answer.status !== 303) throw new Error(`asking was answered ${answer.status}`);
}

async function enter(address: string, token: string): Promise<void> {
  const answer = await send(`${address}/sign-in/link`, { token, to: '/' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await fetch(address, { headers: { cookie } });
  if (!(await page.text()).includes('action="/sign-out"')) throw new Error(`a link was answered ${answer.status}, and nobody was in`);
}

const send = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: new URL(url).origin, accept: 'text/html' }, redirect: 'manual' });

type Owner = Awaited<ReturnType<typeof openAsOwner>>['database'];

async function inDatabase<T>(data: string, work: (database: Owner) => Promise<T>): Promise<T> {
  const owner = await openAsOwner({ folder: join(data, 'database') });
  try {
    return await work(owner.database);
  } finally {
    await owner.close();
  }
}

/** Gives everybody an account; their addresses. */
async function invitePeople(database: Owner): Promise<string[]> {
  const addresses = Array.from({ length: PEOPLE }, (_, number) => `person${number}@example.se`);
  for (const email of addresses) {
    await sql`insert into sign_in.holder (id, name, email, email_verified, created_at, updated_at) values (${randomUUID()}, ${email}, ${email}, true, now(), now())`.execute(database);
  }
  return addresses;
}

/** The tokens of the links in all letters. */
async function lettersWritten(database: Owner): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select text from platform.outbox where kind = 'sign-in.link'`.execute(database);
  return rows.map(({ text }) => /token=(\w+)/.exec(text)![1]);
}
