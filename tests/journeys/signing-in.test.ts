import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test } from '../support/journey.ts';
import { scriptComesLate } from '../support/late-script.ts';
import { sendForm, type SessionCookie } from '../support/signed-in.ts';

test('somebody new comes by the letter of an invitation to the first useful page in under a minute, without script', async ({ open }) => {
  const coordinator = await open({ javaScriptEnabled: false });
  await invite(coordinator, 'Rut Revin', 'rut.revin@example.se');

  const began = performance.now();
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  await followLetterTo(page, 'rut.revin@example.se');
  await page.getByRole('button', { name: m.invitation_accept() }).click();
  await page.getByText('Rut Revin').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(m.owed_nothing());
  expect(performance.now() - began).toBeLessThan(60_000);
});

test('somebody with an account comes by a link in the mail to where they wanted to go, without script', async ({ open }) => {
  const began = performance.now();
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  await page.goto('/calendar?month=2026-12');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.locator('#email').fill('Maja.Lindgren@example.se');
  await page.locator('#mail').getByRole('button').click();
  await page.waitForURL(/sign-in\/sent/);
  await page.getByRole('link', { name: m.link_sent_outbox() }).click();
  await page.getByRole('link', { name: /sign-in\/link/ }).first().click();
  const link = page.url();
  await page.getByRole('button', { name: m.sign_in() }).click();
  await page.waitForURL(/\/calendar\?month=2026-12$/);
  expect(performance.now() - began).toBeLessThan(60_000);

  await page.goto(link);
  await page.getByRole('heading', { name: m.refusal_sign_in_link_spent() }).waitFor();
  await page.getByRole('link', { name: m.link_ask_again() }).waitFor();
});

test('an address without an account is answered word for word the same', async ({ server }) => {
  const answers = await Promise.all(
    ['maja.lindgren@example.se', 'nobody@example.se'].map(async (email) => {
      const answer = await sendForm(`${server.address}/sign-in?/link`, { email, to: '/' });
      return { status: answer.status, to: answer.headers.get('location'), cookies: answer.headers.getSetCookie(), body: await answer.text() };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 303, to: '/sign-in/sent?to=%2F' });
  expect(await (await fetch(`${server.address}/outbox`)).text()).not.toContain('nobody@example.se');
});

test('a session that is ended elsewhere is ended at once, and signing out ends one’s own', async ({ open, server }) => {
  await introduce(server, 'asa@example.se');
  const [here, there] = [await open({ as: 'nobody', javaScriptEnabled: false }), await open({ as: 'nobody', javaScriptEnabled: false })];
  for (const page of [here, there]) await enterByMail(page, 'asa@example.se');
  await there.goto('/partnerships');
  expect(new URL(there.url()).pathname).toBe('/partnerships');

  await here.goto('/account');
  await here.locator('#sessions').getByRole('button', { name: new RegExp(`^${m.account_session_end()}`) }).first().click();
  await there.goto('/partnerships');
  expect(new URL(there.url()).pathname).toBe('/sign-in');

  await here.getByRole('banner').getByRole('button', { name: m.sign_out() }).click();
  await here.getByRole('heading', { name: m.welcome_heading() }).waitFor();
  await here.goto('/account');
  expect(new URL(here.url()).pathname).toBe('/sign-in');
});

test('a key of the device is added, opens the house more surely, and is taken away', async ({ open, server }) => {
  // A key belongs to a name, not to a number.
  const address = server.address.replace('127.0.0.1', 'localhost');
  const page = await open({ as: 'nobody' });
  await scriptComesLate(page);
  await introduce(server, 'bo@example.se');
  await virtualAuthenticator(page, true);
  await enterByMail(page, 'bo@example.se', address);
  await page.goto(`${address}/account`);
  await page.getByLabel(m.account_key_name(), { exact: true }).fill('Jobbtelefonen');
  await page.getByRole('button', { name: m.account_key_add() }).click();
  await page.locator('#keys .owned').getByText('Jobbtelefonen', { exact: true }).waitFor();
  await signOut(page);

  await page.goto(`${address}/sign-in?to=/account`);
  await page.getByRole('button', { name: m.sign_in_use_passkey() }).click();
  await page.waitForURL(`${address}/account`);
  await page.locator('#sessions').getByText(m.level_substantial()).waitFor();

  await page.locator('#keys').getByRole('button', { name: new RegExp(`^${m.account_key_remove()}`) }).click();
  await page.locator('#keys').getByText(m.account_keys_none()).waitFor();
});

test('a key that asks for neither finger, face nor code is not enough', async ({ open, server, foreseen }) => {
  foreseen.add(422);
  const address = server.address.replace('127.0.0.1', 'localhost');
  const page = await open({ as: 'nobody' });
  await introduce(server, 'bo@example.se');
  await virtualAuthenticator(page, false);
  await enterByMail(page, 'bo@example.se', address);
  await page.goto(`${address}/account`);
  await page.getByLabel(m.account_key_name(), { exact: true }).fill('Osäker');
  await page.getByRole('button', { name: m.account_key_add() }).click();
  // A browser may keep to itself for a minute that the device said no.
  await page.locator('#keys [role=status]').getByText(/\S/).waitFor({ timeout: 90_000 });
  await page.reload();
  await page.locator('#keys').getByText(m.account_keys_none()).waitFor();
});

test('the language one has chosen is the one one lands in', async ({ open, server }) => {
  await introduce(server, 'eva@example.se');
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  await enterByMail(page, 'eva@example.se');
  await page.goto('/account');
  await page.getByLabel(m.account_language_en()).check();
  await page.locator('#language').getByRole('button').click();
  await page.waitForURL(/\/en\/account/);
  await signOut(page);
  await enterByMail(page, 'eva@example.se');
  expect(new URL(page.url()).pathname).toMatch(/^\/en/);
  await page.goto('/account');
  await page.getByLabel(m.account_language_of_page()).check();
  await page.locator('#language').getByRole('button').click();
});

test('nobody is led out of the house', async ({ open }) => {
  const page = await open({ as: 'nobody', javaScriptEnabled: false });
  for (const to of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/%09/evil.example']) {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(await page.locator('input[name=to]').first().inputValue(), to).toMatch(/^\/(?![/\\])/);
  }
});

async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/organisations');
  await page.getByRole('main').getByRole('link', { name: 'Granby kommun' }).click();
  await page.getByText(m.invite(), { exact: true }).click();
  await page.locator('#invite-name').fill(name);
  await page.locator('#invite-email').fill(email);
  await page.locator('#invite').getByRole('combobox').first().selectOption({ label: m.role_coordinator() });
  await page.getByRole('button', { name: m.invite_send() }).click();
  await page.getByText(email).first().waitFor();
}

/** Somebody who has accepted an invitation. */
async function introduce({ address, session }: { address: string; session: SessionCookie }, email: string): Promise<void> {
  const cookie = { cookie: `${session.name}=${session.value}` };
  const organisation = /\/organisations\/[0-9a-f-]{36}/.exec(await (await fetch(`${address}/organisations`, { headers: cookie })).text())![0];
  await sendForm(`${address}${organisation}?/invite`, { role: 'coordinator', name: email, email }, session);
  const letters = await (await fetch(`${address}/outbox`)).text();
  const secret = new RegExp(`${email}[^]*?invitation\\?secret=([\\w-]+)`).exec(letters)![1];
  await sendForm(`${address}/invitation?secret=${secret}`, { secret, name: email });
}

async function followLetterTo(page: Page, email: string): Promise<void> {
  await page.goto('/outbox');
  await page.locator('section', { hasText: email }).first().getByRole('link', { name: /http/ }).click();
}

async function enterByMail(page: Page, email: string, address = ''): Promise<void> {
  await page.goto(`${address}/sign-in`, { waitUntil: 'domcontentloaded' });
  await page.locator('#email').fill(email);
  await page.locator('#mail').getByRole('button').click();
  await page.waitForURL(/sign-in\/sent/);
  await page.goto(`${address}/outbox`);
  await page.locator('section', { hasText: email }).first().getByRole('link', { name: /sign-in\/link/ }).click();
  await page.getByRole('button', { name: m.sign_in() }).click();
  await page.getByRole('button', { name: /Logga ut|Sign out/ }).first().waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** An authenticator that the browser itself plays, by its own protocol for tests. */
async function virtualAuthenticator(page: Page, verifies: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: verifies, automaticPresenceSimulation: true },
  });
}
