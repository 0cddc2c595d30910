import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { isForEveryone } from '../support/for-everyone.ts';
import { test } from '../support/journey.ts';

const AGREEMENT = 'tests/agreements/laxhjalp.md';
const TITLE = 'Överenskommelse om läxhjälp på Ekbacken';

test('a coordinator pastes an agreement, goes through it by keyboard alone and starts the partnership', async ({ open, foreseen }) => {
  foreseen.add(422);
  const page = await open();
  await page.goto('/new');
  await page.getByLabel(m.new_paste(), { exact: true }).fill(readFileSync(AGREEMENT, 'utf8'));
  await page.getByRole('button', { name: m.new_read() }).press('Enter');
  await headingIs(page, m.is_this_right());
  await page.locator('.keys').waitFor();

  await lookAtTheNext(page);
  await takeOneAwayAndBack(page);
  await correctThePeriod(page);
  await correctInVain(page);

  await page.getByRole('button', { name: allCertain }).press('Enter');
  await expect.poll(() => page.getByRole('button', { name: allCertain }).count()).toBe(0);
  await confirmWhatIsLeft(page);
  await comeToTheStart(page);
  await page.getByLabel(m.case_number(), { exact: true }).fill('KS 2026/117');
  await page.keyboard.press('Enter');
  await seeThePartnership(page);
});

test('an association uploads an agreement and does the same with forms alone', async ({ open, foreseen }) => {
  foreseen.add(422);
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/new');
  await page.locator('#file').setInputFiles(AGREEMENT);
  await page.getByRole('button', { name: m.new_read() }).click();
  await headingIs(page, m.is_this_right());
  expect(await page.locator('.keys').count()).toBe(0);

  const period = factOf(page, m.fact_period());
  await period.getByText(m.correct()).click();
  await period.getByLabel(m.field_start(), { exact: true }).fill('2024-09-01');
  await period.getByLabel(m.field_end(), { exact: true }).fill('i juni');
  await period.getByRole('button', { name: m.save_correction() }).click();
  await page.getByRole('alert').getByRole('link', { name: m.refusal_agreement_date_not_understood() }).click();
  expect(await written(period)).toEqual({ start: '2024-09-01', end: 'i juni' });
  await period.getByLabel(m.field_end(), { exact: true }).fill('2025-06-30');
  await period.getByRole('button', { name: m.save_correction() }).click();
  await period.getByText(m.verdict_corrected()).waitFor();

  await page.getByRole('button', { name: allCertain }).click();
  const unsure = page.locator('.fact').getByRole('button', { name: beginsWith(m.confirm()) });
  while ((await unsure.count()) > 0) await unsure.first().click();
  expect(new URL(page.url()).hash).toBe('#fact-start');
  await startIsInSight(page);
  await isForEveryone(await open(), { path: new URL(page.url()).pathname, index: 1 });
  await page.getByLabel(m.case_number(), { exact: true }).fill('KS 2026/118');
  await page.getByRole('button', { name: m.start_using() }).click();
  await seeThePartnership(page);

  // What moves when the period does is named, with the day it had and the day it has.
  await page.goto(`${page.url()}/agreement`);
  await period.locator('.correct > summary').last().click();
  await period.getByLabel(m.field_end(), { exact: true }).fill('2025-07-31');
  await period.getByRole('button', { name: m.save_correction() }).click();
  await page.locator('.head details').getByText(m.ending_moved({ what: '', from: '30 juni 2025', to: '31 juli 2025' })).first().waitFor();
});

test('a text without anything of an agreement in it says so, and what can be done', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/new');
  await page.getByLabel(m.new_paste(), { exact: true }).fill('Kom ihåg mjölk och bröd till fikat.');
  await page.getByRole('button', { name: m.new_read() }).click();
  await headingIs(page, m.nothing_found());
  expect(await page.locator('.meter').count()).toBe(0);
  await page.locator('.head').getByRole('link', { name: m.try_another_file() }).waitFor();
  await isForEveryone(await open(), { path: new URL(page.url()).pathname, index: 0 });
  await page.locator('.head').getByRole('link', { name: m.add_by_hand() }).click();
  expect(new URL(page.url()).hash).toBe('#add-fact');
});

test('a file handed in by mistake is taken back after a question, leaves the list and can be taken up again', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/new');
  await page.locator('#file').setInputFiles({ name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) });
  await page.getByRole('button', { name: m.new_read() }).click();
  await headingIs(page, m.could_not_read());
  const at = page.url();
  await page.getByText(m.take_back()).click();
  await page.getByText(m.take_back_what()).waitFor();
  await page.getByRole('button', { name: m.take_back_do() }).click();
  await headingIs(page, m.taken_back());
  const { pathname } = new URL(at);
  const looking = await open();
  await isForEveryone(looking, { path: pathname, index: 0 });
  await page.goto('/partnerships');
  expect(await page.getByText('bild.png').count()).toBe(0);
  await page.getByRole('link', { name: m.filter_taken_back() }).click();
  await page.getByRole('link', { name: 'bild.png' }).click();
  expect(page.url()).toBe(at);
  await page.getByRole('button', { name: m.take_up() }).click();
  await headingIs(page, m.could_not_read());
  await isForEveryone(looking, { path: pathname, index: 1 });
});

const allCertain = new RegExp(m.confirm_all_certain({ count: 0 }).replace('0', '\\d+'));
const beginsWith = (words: string) => new RegExp(`^${words}`);

/** j and k walk through the facts, Enter confirms the one looked at and goes on to the next. */
async function lookAtTheNext(page: Page): Promise<void> {
  const ids = await page.locator('.fact[id]').evaluateAll((facts) => facts.map(({ id }) => id));
  await page.keyboard.press('j');
  await focusIsOn(page, ids[0]);
  await page.keyboard.press('j');
  await focusIsOn(page, ids[1]);
  await page.keyboard.press('k');
  await focusIsOn(page, ids[0]);
  await page.keyboard.press('Enter');
  await focusIsOn(page, ids[1]);
  await page.locator(`#${ids[0]}`).getByText(m.verdict_confirmed()).waitFor();
}

/** x removes the fact and goes on; u takes that back, at once or from the fact itself. */
async function takeOneAwayAndBack(page: Page): Promise<void> {
  const [, id, next] = await page.locator('.fact[id]').evaluateAll((facts) => facts.map((fact) => fact.id));
  for (const back of [['u'], ['k', 'u']]) {
    await page.keyboard.press('x');
    await page.locator(`#${id}`).getByText(m.verdict_removed()).waitFor();
    await focusIsOn(page, next);
    for (const key of back) await page.keyboard.press(key);
    await page.locator(`#${id}`).getByRole('button', { name: beginsWith(m.confirm()) }).waitFor();
    await focusIsOn(page, id);
  }
}

/** r opens the correction. A date that is none is told at its field, with what was typed still there; the right one is kept. */
async function correctThePeriod(page: Page): Promise<void> {
  const period = factOf(page, m.fact_period());
  const id = await walkTo(page, period);
  await page.keyboard.press('r');
  const [start, end] = [period.getByLabel(m.field_start(), { exact: true }), period.getByLabel(m.field_end(), { exact: true })];
  await focusIsOn(page, (await start.getAttribute('id'))!);
  await retype(page, '2024-09-01');
  await page.keyboard.press('Tab');
  await retype(page, '2025-06-31');
  await page.keyboard.press('Enter');
  await expect.poll(() => end.getAttribute('aria-invalid')).toBe('true');
  await focusIsOn(page, (await end.getAttribute('id'))!);
  const told = await end.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${told?.split(' ').at(-1)}"]`).innerText()).toBe(m.refusal_agreement_date_not_understood());
  expect(await written(period)).toEqual({ start: '2024-09-01', end: '2025-06-31' });

  await retype(page, '2025-06-30');
  await page.keyboard.press('Enter');
  await period.getByText(m.verdict_corrected()).waitFor();
  await focusIsOn(page, id);
  expect(await period.locator('.v').innerText()).toContain('30 juni 2025');
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await period.locator('details').getAttribute('open')).toBeNull();
}

/** Escape leaves a correction as it was. */
async function correctInVain(page: Page): Promise<void> {
  await page.keyboard.press('j');
  const id = await page.evaluate(() => document.activeElement!.id);
  await page.keyboard.press('r');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.correct') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await focusIsOn(page, id);
}

async function confirmWhatIsLeft(page: Page): Promise<void> {
  const left = page.locator('.fact').getByRole('button', { name: beginsWith(m.confirm()) });
  while ((await left.count()) > 0) {
    const before = await left.count();
    await left.first().press('Enter');
    await expect.poll(() => left.count()).toBe(before - 1);
  }
}

/** The last decision leads to what comes next, in sight; k goes back to the last fact and j to the start again. */
async function comeToTheStart(page: Page): Promise<void> {
  const ids = await page.locator('.fact[id]').evaluateAll((facts) => facts.map(({ id }) => id));
  await focusIsOn(page, 'fact-start');
  await startIsInSight(page);
  await page.keyboard.press('k');
  await focusIsOn(page, ids.at(-1)!);
  await page.keyboard.press('j');
  await focusIsOn(page, 'fact-start');
  await startIsInSight(page);
}

/** Beside the figure that says that all is decided, and not under the facts. */
async function startIsInSight(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: m.start_using() });
  await expect.poll(() => start.evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight && button.getBoundingClientRect().top >= 0)).toBe(true);
  expect(await page.locator('.head').getByRole('button', { name: m.start_using() }).count()).toBe(1);
}

async function seeThePartnership(page: Page): Promise<void> {
  await page.waitForURL(/\/partnerships\/[0-9a-f-]{36}$/);
  await headingIs(page, TITLE);
}

const factOf = (page: Page, label: string): Locator => page.locator('.fact', { has: page.getByRole('heading', { name: beginsWith(label) }) }).first();

async function walkTo(page: Page, fact: Locator): Promise<string> {
  const id = (await fact.getAttribute('id'))!;
  for (let steps = 0; steps < 100 && (await page.evaluate(() => document.activeElement?.id)) !== id; steps += 1) await page.keyboard.press('j');
  await focusIsOn(page, id);
  return id;
}

async function retype(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(words);
}

async function written(period: Locator): Promise<{ start: string; end: string }> {
  const value = (label: string) => period.getByLabel(label, { exact: true }).inputValue();
  return { start: await value(m.field_start()), end: await value(m.field_end()) };
}

const focusIsOn = (page: Page, id: string) => expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);

const headingIs = (page: Page, words: string) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(words);
