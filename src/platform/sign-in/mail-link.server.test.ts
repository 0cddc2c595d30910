import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { browser, wayIn } from '../../../tests/support/visits.ts';
import { wallClock } from '../clock.ts';
import { contextFor } from '../context.ts';
import { restingLetters } from '../mail/outbox.ts';
import { openAccount } from './accounts.ts';
import { askForLink, linkIsGood, useLink } from './mail-link.ts';
import { sessionsOf, visitorOf } from './sessions.ts';

const ports = await freshHouse(wallClock);
const house = contextFor(ports, ports.actor);
const signIn = wayIn(house);
const other = wayIn(house);
const maja = await openAccount(house, { name: 'Maja Lindgren', email: 'Maja.Lindgren@granby.example' });
const asa = await openAccount(house, { name: 'Åsa Berg', email: 'asa@foreningen.example' });

const linkFor = (token: string) => `http://localhost:3000/sign-in/link?token=${token}`;
const ask = (email: string, visit = browser().visit()) => askForLink(signIn, visit, { email, linkFor });

/** The token of the newest letter to this address. */
async function tokenSentTo(email: string): Promise<string> {
  const letter = (await restingLetters(house)).find(({ to }) => to === email);
  return /token=(\w+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

beforeEach(async () => {
  for (const table of ['platform.outbox', 'sign_in.attempt', 'sign_in.session', 'sign_in.token']) await sql`delete from ${sql.table(table)}`.execute(house.database);
});
afterEach(() => void vi.useRealTimers());

test('a link signs in the one it was sent to, and nobody else', async () => {
  expect(await ask('maja.lindgren@granby.example')).toEqual({ ok: true, value: null });
  const phone = browser();
  expect(await useLink(signIn, phone.visit(), await tokenSentTo(maja.email))).toEqual({ ok: true, value: { accountId: maja.id } });
  expect(await visitorOf(signIn, phone.visit())).toEqual({ accountId: maja.id, name: 'Maja Lindgren', email: maja.email, language: null, assurance: 'low' });
  expect(await sessionsOf(signIn, asa.id)).toEqual([]);
  expect(await sessionsOf(signIn, maja.id)).toMatchObject([{ way: 'mail-link', assurance: 'low', network: '192.0.2.7', browser: 'Test/1.0' }]);
});

test('capitals and spaces around an address are no other address', async () => {
  await ask('  MAJA.Lindgren@Granby.example ');
  expect(await tokenSentTo(maja.email)).not.toBe('');
});

test('a link works once, and looking at it does not use it', async () => {
  await ask(maja.email);
  const token = await tokenSentTo(maja.email);
  expect(await linkIsGood(signIn, token)).toBe(true);
  expect(await linkIsGood(signIn, token)).toBe(true);
  expect((await useLink(signIn, browser().visit(), token)).ok).toBe(true);
  expect(await linkIsGood(signIn, token)).toBe(false);
  expect(await useLink(signIn, browser().visit(), token)).toMatchObject({ ok: false, refusals: [{ code: 'sign-in.link-spent' }] });
});

test('used by many at the same time, in two processes, a link begins one session', async () => {
  await ask(maja.email);
  const token = await tokenSentTo(maja.email);
  const tries = await Promise.all(Array.from({ length: 12 }, (_, at) => useLink(at % 2 ? signIn : other, browser().visit(), token)));
  expect(tries.filter(({ ok }) => ok).length).toBe(1);
  expect((await sessionsOf(signIn, maja.id)).length).toBe(1);
});

test('after a quarter of an hour a link lets nobody in', async () => {
  await ask(maja.email);
  const token = await tokenSentTo(maja.email);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * 60_000 });
  expect(await linkIsGood(signIn, token)).toBe(true);
  vi.setSystemTime(Date.now() + 61_000);
  expect(await linkIsGood(signIn, token)).toBe(false);
  expect((await useLink(signIn, browser().visit(), token)).ok).toBe(false);
  expect(await sessionsOf(signIn, maja.id)).toEqual([]);
});

test('a link that nobody made lets nobody in, nor does what the database keeps of one', async () => {
  await ask(maja.email);
  const { rows } = await sql<{ identifier: string }>`select identifier from sign_in.token`.execute(house.database);
  for (const token of ['', 'x'.repeat(32), rows[0].identifier]) expect((await useLink(signIn, browser().visit(), token)).ok).toBe(false);
});

test('an unknown address is answered with the same words and gets no letter', async () => {
  expect(await ask('nobody@granby.example')).toEqual(await ask(maja.email));
  expect((await restingLetters(house)).map(({ to }) => to)).toEqual([maja.email]);
});

test('no answer comes before the time that every answer takes', async () => {
  const timed = async (email: string) => {
    const before = performance.now();
    await ask(email, browser({ network: `2001:db8:${Math.floor(Math.random() * 0xffff).toString(16)}::1` }).visit());
    return performance.now() - before;
  };
  for (const email of [maja.email, 'nobody@granby.example']) expect(await timed(email), email).toBeGreaterThan(240);
});

test('one address may ask five times in a quarter of an hour, whether it has an account or not', async () => {
  vi.useFakeTimers({ toFake: ['Date'] }); // The same quarter to the end.
  for (const email of [maja.email, 'nobody@granby.example']) {
    const asked = [];
    for (let time = 0; time < 6; time += 1) asked.push(await ask(email));
    expect(asked.map(({ ok }) => ok), email).toEqual([true, true, true, true, true, false]);
    expect(asked[5]).toMatchObject({ refusals: [{ kind: 'too-many', code: 'sign-in.too-many-tries' }] });
  }
  expect((await restingLetters(house)).length).toBe(5);
  expect((await ask(asa.email)).ok).toBe(true);
});

test('one network may ask three hundred times, whichever of its addresses asks, and another is not touched', async () => {
  vi.useFakeTimers({ toFake: ['Date'] }); // The same quarter to the end.
  const since = new Date(Math.floor(Date.now() / 900_000) * 900_000);
  expect((await ask(asa.email, browser({ network: '2001:db8:1:2::a' }).visit())).ok).toBe(true);
  await sql`update sign_in.attempt set tries = 299 where since = ${since}`.execute(house.database);
  await sql`delete from sign_in.attempt where tries = 1`.execute(house.database);
  const next = (network: string, who: string) => ask(who, browser({ network }).visit());
  expect((await next('2001:db8:1:2::b', 'one@granby.example')).ok).toBe(true);
  expect((await next('2001:db8:1:2::c', 'two@granby.example')).ok).toBe(false);
  expect((await next('2001:db8:1:3::c', 'two@granby.example')).ok).toBe(true);
});

test('what is no address is told at its field', async () => {
  expect(await ask('maja at granby')).toMatchObject({ refusals: [{ path: 'email', code: 'sign-in.address-not-understood' }] });
});

test('cookies are out of reach for scripts and other sites, and on https for any other host', async () => {
  const cookieAt = async (origin: string) => {
    await ask(maja.email);
    const visit = browser({ origin }).visit();
    await useLink(signIn, visit, await tokenSentTo(maja.email));
    return visit.cookies.find((cookie) => cookie.includes('session_token'))!;
  };
  const plain = await cookieAt('http://localhost:3000');
  expect(plain).toMatch(/^handslag\.session_token=/);
  expect(plain).toMatch(/; HttpOnly/);
  expect(plain).toMatch(/; SameSite=Lax/i);
  expect(plain).not.toMatch(/; Secure/);
  const secure = await cookieAt('https://handslag.granby.example');
  expect(secure).toMatch(/^__Host-handslag\.session_token=/);
  expect(secure).toMatch(/; Path=\/;/);
  expect(secure).toMatch(/; Secure/);
  expect(secure).not.toMatch(/Domain=/i);
});

test('a cookie that was tampered with is nobody', async () => {
  await ask(maja.email);
  const phone = browser();
  await useLink(signIn, phone.visit(), await tokenSentTo(maja.email));
  const visit = phone.visit();
  visit.headers.set('cookie', visit.headers.get('cookie')!.replace(/=(.)/, (_, first) => `=${first === 'a' ? 'b' : 'a'}`));
  expect(await visitorOf(signIn, visit)).toBe(null);
  const elsewhere = wayIn(house, { HANDSLAG_SECRET: 'another secret that is also long enough to be one' });
  expect(await visitorOf(elsewhere, phone.visit())).toBe(null);
});

test('signing in again ends the session that was there', async () => {
  const phone = browser();
  for (let time = 0; time < 2; time += 1) {
    await ask(maja.email);
    const visit = phone.visit();
    await visitorOf(signIn, visit);
    await useLink(signIn, visit, await tokenSentTo(maja.email));
  }
  expect((await sessionsOf(signIn, maja.id)).length).toBe(1);
  expect(await visitorOf(signIn, phone.visit())).toMatchObject({ accountId: maja.id });
});
