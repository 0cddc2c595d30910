import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { openIdProvider } from '../../../tests/support/openid-provider.ts';
import { browser, wayIn } from '../../../tests/support/visits.ts';
import { wallClock } from '../clock.ts';
import { openAccount } from './accounts.ts';
import { letIn } from './mail-link.ts';
import { beginOidc, endOidc } from './oidc.ts';
import { sessionsOf, visitorOf } from './sessions.ts';

const ORIGIN = 'http://localhost:3000';
const LOA = 'http://id.elegnamnden.se/loa/1.0/loa';

const house = await freshHouse(wallClock);
const provider = await openIdProvider(`${ORIGIN}/sign-in/oidc/callback`);
const signIn = wayIn(house, provider.settings);
const maja = await openAccount(house, { name: 'Maja Lindgren', email: 'maja@granby.example' });
const bo = await openAccount(house, { name: 'Bo Ek', email: 'bo@granby.example' });

beforeEach(async () => {
  for (const table of ['sign_in.session', 'sign_in.identity', 'sign_in.token', 'sign_in.attempt']) await sql`delete from ${sql.table(table)}`.execute(house.database);
  provider.person = { sub: 'maja-1', email: maja.email, email_verified: true, name: 'Maja L', acr: `${LOA}3` };
});

type Browser = ReturnType<typeof browser>;

async function go(at: Browser, { link = false, spoil = (_back: URL) => {}, settings = signIn } = {}) {
  const begun = await beginOidc(settings, await known(at), { to: '/partnerships', link });
  if (!begun.ok) return begun;
  const back = await provider.through(begun.value.url);
  spoil(back);
  return endOidc(settings, await known(at), Object.fromEntries(back.searchParams));
}

async function known(at: Browser) {
  const visit = at.visit();
  await visitorOf(signIn, visit);
  return visit;
}

const identities = async () => (await sql`select provider, subject, account_id from sign_in.identity`.execute(house.database)).rows;

test('somebody with an account of the verified address is signed in, and led on', async () => {
  const at = browser();
  expect(await go(at)).toEqual({ ok: true, value: { to: '/partnerships' } });
  expect(await visitorOf(signIn, at.visit())).toMatchObject({ accountId: maja.id, name: 'Maja Lindgren', assurance: 'substantial' });
  expect(await identities()).toEqual([{ provider: 'oidc', subject: 'maja-1', account_id: maja.id }]);
});

test('the provider is asked with a proof key, a state and a nonce', async () => {
  const begun = await beginOidc(signIn, browser().visit(), { to: '/', link: false });
  const asked = new URL(begun.ok ? begun.value.url : '').searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length, name).toBeGreaterThan(20);
  expect(asked.get('scope')?.split(' ')).toContain('openid');
});

test.for([
  [`${LOA}2`, 'low'],
  [`${LOA}3`, 'substantial'],
  [`${LOA}4`, 'high'],
  [undefined, 'low'],
] as const)('a sign-in of level %s is %s', async ([acr, assurance]) => {
  provider.person.acr = acr;
  const at = browser();
  await go(at);
  expect(await visitorOf(signIn, at.visit())).toMatchObject({ assurance });
});

test('what the house says of levels is heard', async () => {
  const told = wayIn(house, { ...provider.settings, OIDC_LEVELS: `${LOA}2=substantial amr:mfa=high` });
  provider.person.acr = `${LOA}2`;
  const at = browser();
  await go(at, { settings: told });
  expect(await visitorOf(signIn, at.visit())).toMatchObject({ assurance: 'substantial' });
});

test('a stranger gets no account', async () => {
  provider.person = { sub: 'eva-1', email: 'eva@elsewhere.example', email_verified: true };
  const at = browser();
  expect(await go(at)).toMatchObject({ ok: false, refusals: [{ code: 'sign-in.not-invited' }] });
  expect(await visitorOf(signIn, at.visit())).toBe(null);
  expect((await sql`select 1 from sign_in.holder where email like 'eva%' or email like '%invalid'`.execute(house.database)).rows).toEqual([]);
});

test.for([false, undefined, 'false', 'true'])('an address that the provider calls verified: %s, opens nobody’s account', async (email_verified) => {
  provider.person = { sub: 'mallory', email: maja.email, email_verified: email_verified as boolean };
  expect(await go(browser())).toMatchObject({ ok: false, refusals: [{ code: 'sign-in.not-invited' }] });
  expect(await sessionsOf(signIn, maja.id)).toEqual([]);
  expect(await identities()).toEqual([]);
});

test('where the house trusts the addresses of its provider, they need not be called verified', async () => {
  provider.person = { sub: 'maja-1', email: maja.email };
  const at = browser();
  await go(at, { settings: wayIn(house, { ...provider.settings, OIDC_TRUST_ADDRESSES: 'yes' }) });
  expect(await visitorOf(signIn, at.visit())).toMatchObject({ accountId: maja.id });
});

test('another state than the one that was sent signs nobody in, nor one that another browser began', async () => {
  expect(await go(browser(), { spoil: (back) => back.searchParams.set('state', 'x'.repeat(32)) })).toMatchObject({ ok: false, refusals: [{ code: 'sign-in.provider-said-no' }] });
  const begun = await beginOidc(signIn, browser().visit(), { to: '/', link: false });
  const back = await provider.through(begun.ok ? begun.value.url : '');
  expect(await endOidc(signIn, browser().visit(), Object.fromEntries(back.searchParams))).toMatchObject({ ok: false });
  expect(await sessionsOf(signIn, maja.id)).toEqual([]);
});

test('what the provider answered is good once', async () => {
  const at = browser();
  const begun = await beginOidc(signIn, at.visit(), { to: '/', link: false });
  const query = Object.fromEntries((await provider.through(begun.ok ? begun.value.url : '')).searchParams);
  expect((await endOidc(signIn, at.visit(), query)).ok).toBe(true);
  expect((await endOidc(signIn, at.visit(), query)).ok).toBe(false);
  expect((await sessionsOf(signIn, maja.id)).length).toBe(1);
});

test('somebody who has signed in ties an identity without an address to the account, and comes in by it', async () => {
  provider.person = { sub: '197001012222', acr: `${LOA}3` };
  expect(await go(browser())).toMatchObject({ ok: false, refusals: [{ code: 'sign-in.not-invited' }] });
  const at = browser();
  await letIn(signIn, at.visit(), bo);
  expect(await go(at, { link: true })).toEqual({ ok: true, value: { to: '/partnerships' } });
  expect(await visitorOf(signIn, at.visit())).toMatchObject({ accountId: bo.id, assurance: 'low' });
  const elsewhere = browser();
  await go(elsewhere);
  expect(await visitorOf(signIn, elsewhere.visit())).toMatchObject({ accountId: bo.id, assurance: 'substantial' });
});

test('an identity that is one account’s cannot be tied to another', async () => {
  await go(browser());
  const at = browser();
  await letIn(signIn, at.visit(), bo);
  expect(await go(at, { link: true })).toMatchObject({ ok: false });
  expect(await identities()).toMatchObject([{ account_id: maja.id }]);
});

test('a stronger sign-in takes the place of the weaker session', async () => {
  const at = browser();
  await letIn(signIn, at.visit(), maja);
  await go(at);
  expect(await sessionsOf(signIn, maja.id)).toMatchObject([{ way: 'oidc', assurance: 'substantial' }]);
});

test('a provider that does not answer stops nobody who comes another way', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const away = wayIn(house, { ...provider.settings, OIDC_ISSUER: 'http://127.0.0.1:9' });
  expect(await beginOidc(away, browser().visit(), { to: '/', link: false })).toMatchObject({ ok: false, refusals: [{ code: 'sign-in.provider-away' }] });
  const at = browser();
  await letIn(away, at.visit(), maja);
  expect(await visitorOf(away, at.visit())).toMatchObject({ accountId: maja.id });
  logged.mockRestore();
});

test('half a provider stops the program before it starts', () => {
  expect(() => wayIn(house, { OIDC_ISSUER: 'https://id.granby.example' })).toThrow('oidc-half-set-up');
  expect(() => wayIn(house, { ...provider.settings, OIDC_LEVELS: 'a=strong' })).toThrow('oidc-levels-unreadable');
});
