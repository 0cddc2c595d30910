import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as m from '#messages';
import { faults } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { programOn } from '../support/program-on.ts';
import type { Program } from '../support/running-server.ts';
import { sticksOut } from '../support/sticks-out.ts';
import { layWalkAhead, type WalkAhead } from '../support/walk-ahead.ts';

let ahead: WalkAhead;
let server: Program & { at: string };
let browser: Browser;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ laid: ahead, server, end } = await programOn({ SAMPLES: 'no' }, layWalkAhead));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await end();
});

/** A telephone that nobody knows, without script. */
async function telephone(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.at, locale: 'sv-SE', viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
  context.setDefaultTimeout(45_000);
  return context.newPage();
}

/** Says who one is on the walk's page, reads the code that was sent to the number and shows it. */
async function signUp(page: Page, { name, phone, number }: { name: string; phone: string; number: string }): Promise<void> {
  await page.goto(`/walk/${ahead.walkId}`);
  await page.getByLabel(m.walk_your_name(), { exact: true }).fill(name);
  await page.getByLabel(m.walk_your_phone(), { exact: true }).fill(phone);
  expect(await page.getByLabel(m.walk_your_group(), { exact: true }).inputValue()).toBe(ahead.groupId);
  await page.locator('#grown').check();
  await page.getByRole('button', { name: m.walk_send_code() }).click();
  await page.getByRole('heading', { level: 1, name: m.walk_code_heading() }).waitFor();
  const outbox = await (await fetch(`${server.at}/outbox`)).text();
  const told = outbox.slice(outbox.indexOf(number));
  await page.getByLabel(m.walk_code(), { exact: true }).fill(/>(\d{6}) /.exec(told)![1]);
  await page.getByRole('button', { name: m.walk_sign_me_up(), exact: true }).click();
  await page.waitForURL(`**/walk/${ahead.walkId}`);
}

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

test('strangers sign up from a link with a code, one waits, and gets the place that the other leaves', async () => {
  const [elin, bo] = [await telephone(), await telephone()];
  await signUp(elin, { name: 'Elin Sjö', phone: '070-174 06 20', number: '+46701740620' });
  expect(await heading(elin)).toMatch(new RegExp(`^${m.walk_you_walk({ when: '' }).trim()}`));

  await signUp(bo, { name: 'Bo Ek', phone: '0701740621', number: '+46701740621' });
  expect(await heading(bo)).toBe(m.walk_you_are_first());
  expect(await bo.getByText('Elin').count()).toBe(0);

  await elin.getByText(m.walk_cancel_mine(), { exact: true }).click();
  await elin.getByRole('button', { name: m.walk_cancel_sure() }).click();
  await elin.getByRole('button', { name: m.walk_queue_me() }).or(elin.getByRole('button', { name: m.walk_sign_me_up(), exact: true })).waitFor();

  await expect.poll(async () => (await (await fetch(`${server.at}/outbox`)).text()).includes(m.walk_told_offered({ place: 'Centrum', when: '', until: '' }).split(',')[0])).toBe(true);
  await bo.goto(`/walk/${ahead.walkId}`);
  expect(await heading(bo)).toBe(m.walk_place_for_you());
  await bo.getByRole('button', { name: m.walk_offer_take() }).click();
  await expect.poll(() => heading(bo)).toMatch(new RegExp(`^${m.walk_you_walk({ when: '' }).trim()}`));

  // The telephone is known: the next walk is one tap.
  await bo.goto('/walk');
  await bo.locator('#coming').getByRole('link').first().click();
  await bo.getByRole('button', { name: m.walk_sign_me_up(), exact: true }).click();
  await expect.poll(() => heading(bo)).toMatch(new RegExp(`^${m.walk_you_walk({ when: '' }).trim()}`));
  expect(await sticksOut(bo)).toEqual([]);
});

test('the pages for walkers are read by all, on a narrow screen and in the dark', async () => {
  const context = await browser.newContext({ baseURL: server.at, locale: 'sv-SE', viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
  const page = await context.newPage();
  for (const path of [`/walk/${ahead.walkId}`, `/walk/${ahead.walkId}/code`, `/walk?group=${ahead.groupId}`]) {
    await page.goto(path);
    expect(await faults(page), path).toEqual([]);
    expect(await sticksOut(page), path).toEqual([]);
  }
  await context.close();
});
