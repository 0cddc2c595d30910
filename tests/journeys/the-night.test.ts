import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as m from '#messages';
import { faults } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { cuttable } from '../support/cuttable.ts';
import { layNight, type NightUnderWay } from '../support/night-server.ts';
import { programOn } from '../support/program-on.ts';
import type { Program } from '../support/running-server.ts';
import { sticksOut } from '../support/sticks-out.ts';

let night: NightUnderWay;
let server: Program & { at: string };
let browser: Browser;
let end: () => Promise<void>;
const wrong: string[] = [];

beforeAll(async () => {
  ({ laid: night, server, end } = await programOn({ SAMPLES: 'no' }, layNight));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await end();
  expect(wrong).toEqual([]);
});

/** A telephone that is known as somebody's. */
async function telephone(whose: 'ada' | 'bo', at = server.at): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: at, locale: 'sv-SE', viewport: { width: 360, height: 740 }, hasTouch: true });
  context.setDefaultTimeout(45_000);
  await context.addCookies([{ name: 'handslag-walker', value: night.keys[whose], url: at }]);
  return context;
}

/** The walk's page, opened and shown: with what the telephone has, whether there is a network or not. */
async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (fault) => wrong.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR_INTERNET_DISCONNECTED')) wrong.push(message.text());
  });
  await page.goto(`/night/${night.walkId}`);
  await page.getByRole('navigation').waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tap = (page: Page, ...words: string[]) => words.reduce(async (before, word) => (await before, page.locator('#report .tap', { hasText: new RegExp(`^${word}$`) }).tap()), Promise.resolve());
const status = (page: Page) => page.locator('.sending').innerText();
const out = (page: Page) => page.getByRole('group', { name: m.night_count_vests_out() }).locator('output').innerText();
const oneMore = (page: Page) => button(page, m.night_more({ what: m.night_count_vests_out() })).tap();

const moreLamps = (page: Page) => button(page, m.night_more({ what: m.night_count_lamps_out() }));

/** What the server has of the walk, by kind, as it tells a telephone. */
async function kindsTold(page: Page): Promise<string[]> {
  const answer = await page.request.post(`/night/${night.walkId}/entries`, { data: { sentAt: new Date().toISOString(), entries: [] }, headers: { origin: server.at } });
  return ((await answer.json()) as { entries: { kind: string }[] }).entries.map(({ kind }) => kind);
}

/** The text of the report that has been begun, as it lies in the telephone. */
const noteKept = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    (walkId) =>
      new Promise((kept) => {
        const opening = indexedDB.open('handslag-night');
        opening.addEventListener('success', () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').get(walkId);
          asked.addEventListener('success', () => (opening.result.close(), kept(asked.result?.draft.note)));
        });
      }),
    night.walkId,
  );

/** Lets the browser say to the worker that there is a network, as it does by itself some time after there is. */
async function networkIsBack(context: BrowserContext, origin: string): Promise<void> {
  const chrome = await context.newCDPSession(await context.newPage());
  const worker = new Promise<string>((found) => chrome.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && found(registrations[0].registrationId)));
  await chrome.send('ServiceWorker.enable');
  await chrome.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: await worker, tag: 'send-entries', lastChance: false });
}

test('the network is cut, the tab is killed, two telephones disagree, and nothing is lost or counted twice', async () => {
  const way = await cuttable(server.at);
  const [first, second] = [await telephone('ada'), await telephone('bo', way.at)];
  const cutOff = () => (way.cut(), second.setOffline(true));
  const [ada, lateBo] = [await opened(first), await opened(second)];
  await expect.poll(() => status(lateBo)).toContain(m.night_installed());
  expect(await ada.locator('.crew strong').allInnerTexts()).toEqual([m.night_here(), 'Bo', m.night_protected()]);

  // Bo's network goes; he checks in, takes one vest and reports, and his tab is killed.
  await cutOff();
  await button(lateBo, m.night_check_in_whom({ name: m.night_here() })).tap();
  await oneMore(lateBo);
  await button(lateBo, m.night_report_save()).tap();
  expect(await lateBo.locator('#report .err').count()).toBe(4);
  await tap(lateBo, 'Torget', m.night_kind_talk(), m.night_kind_alcohol_drugs(), m.night_band_6_15(), '4', m.night_deed_stayed(), m.night_contact_guardian());
  await lateBo.getByLabel(m.night_form_note()).fill('Vi ringde mamman på 070-174 06 21.');
  await button(lateBo, m.night_report_save()).tap();
  expect(await lateBo.locator('.looked').innerText()).toContain('070-174 06 21');
  await button(lateBo, m.night_remove_found()).tap();
  await button(lateBo, m.night_report_save()).tap();
  await lateBo.getByText(m.night_report_saved()).waitFor();
  // He has begun another when it happens.
  await tap(lateBo, 'Stationen', m.night_kind_calm());
  await lateBo.getByLabel(m.night_form_note()).fill('Tomt, ring 070-174 06 21.');
  await lateBo.locator('.looked').waitFor();
  await expect.poll(() => noteKept(lateBo)).toBe('Tomt, ring .');
  await lateBo.close({ runBeforeUnload: false });

  // Without network the page opens from the telephone, with all that was saved and what was begun, but for what the screen found.
  const bo = await opened(second);
  await bo.getByText(m.night_report_begun()).waitFor();
  expect(await bo.locator('#report input:checked + span').allInnerTexts()).toEqual(['Stationen', m.night_kind_calm()]);
  expect(await bo.getByLabel(m.night_form_note()).inputValue()).toBe('Tomt, ring .');
  await button(bo, m.night_report_discard()).tap();
  expect(await bo.locator('#report input:checked').count()).toBe(0);
  expect(await status(bo)).toContain(m.night_waiting_reports({ count: 1 }));
  expect(await bo.locator('.reports li').innerText()).toContain('Torget');
  expect(await out(bo)).toBe('1');

  // Meanwhile Ada has handed out two; when Bo's telephone finds network, she is asked which it is.
  await oneMore(ada);
  await oneMore(ada);
  await expect.poll(() => out(ada)).toBe('2');
  await expect.poll(() => status(ada)).toContain(m.night_all_sent());
  await way.mend();
  await second.setOffline(false);
  await expect.poll(() => status(bo)).toContain(m.night_all_sent());
  await button(ada, m.night_check_in_whom({ name: m.night_here() })).tap();
  await ada.getByRole('heading', { name: m.night_conflicts() }).waitFor();
  await bo.getByText(m.night_conflict_leader()).waitFor();
  await button(ada, m.night_conflict_choose({ value: '2' })).tap();
  await ada.getByRole('heading', { name: m.night_conflicts() }).waitFor({ state: 'detached' });
  expect(await out(ada)).toBe('2');
  await ada.getByText('Torget').last().waitFor();
  expect(await ada.locator('.reports li').count()).toBe(1);

  // By keyboard alone, and as axe sees it, at 320 px too.
  await ada.setViewportSize({ width: 320, height: 640 });
  expect(await sticksOut(ada)).toEqual([]);
  expect(await faults(ada)).toEqual([]);
  await ada.getByRole('radio', { name: 'Stationen' }).focus();
  await ada.keyboard.press('Space');
  for (const [presses, key] of [[1, 'Space'], [8, 'Space'], [1, 'Space']] as const) {
    for (let press = 0; press < presses; press += 1) await ada.keyboard.press('Tab');
    await ada.keyboard.press(key);
  }
  await ada.getByRole('textbox', { name: m.night_form_note() }).focus();
  await ada.keyboard.press('Tab');
  await ada.keyboard.press('Enter');
  await ada.locator('.reports li').nth(1).waitFor();

  // All talk it through, and the walk is closed.
  expect(await button(ada, m.night_close()).isDisabled()).toBe(true);
  for (const name of [m.night_here(), 'Bo']) await ada.locator('#ending .tap', { hasText: new RegExp(`^${name}$`) }).tap();
  await button(ada, m.night_close()).tap();
  await ada.locator('#ending .done').waitFor();
  await expect.poll(() => status(ada)).toContain(m.night_all_sent());
  expect(await faults(ada)).toEqual([]);

  // A third telephone is told all of it.
  const again = await opened(await telephone('bo'));
  await again.locator('.reports li').nth(1).waitFor();
  expect(await out(again)).toBe('2');
  expect(await again.locator('#ending .done').innerText()).toContain(m.night_closed({ time: '' }).split(' ')[0]);

  // What has not gone when a page is closed goes without it, when the browser finds network.
  await cutOff();
  await moreLamps(bo).tap();
  await expect.poll(() => status(bo)).toContain(m.night_waiting({ count: 1 }));
  await bo.close();
  expect(await kindsTold(again)).not.toContain('lamps-out');
  await way.mend();
  await second.setOffline(false);
  await networkIsBack(second, way.at);
  await expect.poll(() => kindsTold(again)).toContain('lamps-out');
  way.cut();
});
