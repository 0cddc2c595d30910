import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { browser, wayIn } from '../../../tests/support/visits.ts';
import { wallClock } from '../clock.ts';
import { openAccount } from './accounts.ts';
import { letIn } from './mail-link.ts';
import { namePasskey, passkeysOf, removePasskey } from './passkeys.ts';
import { endOtherSessions, endSession, sessionsOf, signOut, visitorOf } from './sessions.ts';
import { tidy } from './tidy.ts';

const DAY = 86_400_000;
const house = await freshHouse(wallClock);
const signIn = wayIn(house);
const maja = await openAccount(house, { name: 'Maja Lindgren', email: 'maja@granby.example' });
const bo = await openAccount(house, { name: 'Bo Ek', email: 'bo@granby.example' });

async function entered(person = maja) {
  const at = browser();
  await letIn(signIn, at.visit(), person);
  return at;
}

beforeEach(async () => {
  for (const table of ['sign_in.session', 'sign_in.passkey', 'sign_in.attempt']) await sql`delete from ${sql.table(table)}`.execute(house.database);
});
afterEach(() => void vi.useRealTimers());

test('a session that is ended in one process is ended in the other at once', async () => {
  const at = await entered();
  const elsewhere = wayIn(house);
  expect(await visitorOf(elsewhere, at.visit())).not.toBe(null);
  const [{ id }] = await sessionsOf(signIn, maja.id);
  expect(await endSession(signIn, { accountId: maja.id, sessionId: id })).toBe(true);
  expect(await visitorOf(elsewhere, at.visit())).toBe(null);
});

test('nobody ends another’s session', async () => {
  const at = await entered();
  const [{ id }] = await sessionsOf(signIn, maja.id);
  expect(await endSession(signIn, { accountId: bo.id, sessionId: id })).toBe(false);
  expect(await visitorOf(signIn, at.visit())).not.toBe(null);
});

test('all others are ended and one’s own goes on, as do those of other people', async () => {
  const [here, there, bos] = [await entered(), await entered(), await entered(bo)];
  const visit = here.visit();
  await visitorOf(signIn, visit);
  expect(await endOtherSessions(signIn, { accountId: maja.id, sessionId: visit.sessionId })).toBe(1);
  expect(await visitorOf(signIn, here.visit())).not.toBe(null);
  expect(await visitorOf(signIn, there.visit())).toBe(null);
  expect(await visitorOf(signIn, bos.visit())).not.toBe(null);
});

test('a session ends after a month, however often it is used', async () => {
  const at = await entered();
  await sql`update sign_in.session set created_at = now() - interval '29 days 23 hours'`.execute(house.database);
  expect(await visitorOf(signIn, at.visit())).not.toBe(null);
  await sql`update sign_in.session set created_at = now() - interval '30 days', expires_at = now() + interval '7 days'`.execute(house.database);
  expect(await visitorOf(signIn, at.visit())).toBe(null);
  expect(await sessionsOf(signIn, maja.id)).toEqual([]);
  await tidy(house);
  expect((await sql`select 1 from sign_in.session`.execute(house.database)).rows).toEqual([]);
});

test('who signs out is out, also with the cookie kept', async () => {
  const at = await entered();
  const kept = at.visit().headers.get('cookie')!;
  const visit = at.visit();
  await signOut(signIn, visit);
  expect(visit.cookies.join()).toMatch(/session_token=;|Max-Age=0/);
  const again = browser().visit();
  again.headers.set('cookie', kept);
  expect(await visitorOf(signIn, again)).toBe(null);
});

test('seven days without a visit end a session, and a visit on the way makes it last', async () => {
  const [visiting, away] = [await entered(), await entered()];
  const began = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: began + 6 * DAY });
  expect(await visitorOf(signIn, visiting.visit())).not.toBe(null);
  vi.setSystemTime(began + 8 * DAY);
  expect(await visitorOf(signIn, visiting.visit())).not.toBe(null);
  expect(await visitorOf(signIn, away.visit())).toBe(null);
});

test('what nobody can use any more is thrown away, and nothing else', async () => {
  await entered();
  await tidy(house);
  expect((await sessionsOf(signIn, maja.id)).length).toBe(1);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * DAY });
  await tidy(house);
  for (const table of ['sign_in.session', 'sign_in.token', 'sign_in.attempt']) expect((await sql`select 1 from ${sql.table(table)}`.execute(house.database)).rows, table).toEqual([]);
});

test('a key is named and removed by its owner alone', async () => {
  const id = randomUUID();
  await sql`
    insert into sign_in.passkey (id, account_id, name, public_key, credential_id, counter, device_type, backed_up, created_at)
    values (${id}, ${maja.id}, 'Telefonen', 'x', ${id}, 0, 'singleDevice', false, now())
  `.execute(house.database);
  expect(await namePasskey(signIn, { accountId: bo.id, passkeyId: id, name: 'Min' })).toBe(false);
  expect(await removePasskey(signIn, { accountId: bo.id, passkeyId: id })).toBe(false);
  expect(await namePasskey(signIn, { accountId: maja.id, passkeyId: id, name: 'Jobbtelefonen' })).toBe(true);
  expect(await passkeysOf(signIn, maja.id)).toMatchObject([{ name: 'Jobbtelefonen' }]);
  expect(await removePasskey(signIn, { accountId: maja.id, passkeyId: id })).toBe(true);
  expect(await passkeysOf(signIn, maja.id)).toEqual([]);
});

test('two who open an account for the same address at the same time open one', async () => {
  const opened = await Promise.all(['Eva', 'Eva Ek'].map((name) => openAccount(house, { name, email: 'Eva@granby.example' })));
  expect(opened[0].id).toBe(opened[1].id);
});
