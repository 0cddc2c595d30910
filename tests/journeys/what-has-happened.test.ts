import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test } from '../support/journey.ts';

test('a coordinator reads what has happened in a partnership, narrows it, follows a line to its place and takes it along', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  const partnership = await reviewed(page);

  await page.goto(`${partnership}/journal`);
  expect(await lines(page)).toEqual([m.happened_agreement_fact_confirmed(), m.happened_agreement_read(), m.happened_agreement_received()]);
  expect(await page.locator('.docs li').last().innerText()).toContain('Maja Lindgren');
  await page.locator('.docs li').first().getByRole('link').click();
  expect(page.url()).toContain('/agreement#fact-');

  await page.goto(`${partnership}/journal`);
  await page.getByRole('navigation', { name: m.journal_by_kind() }).getByRole('link', { name: m.journal_room_money() }).click();
  await page.getByText(m.journal_empty()).waitFor();
  const table = await page.request.get(`${partnership}/journal.csv?kind=agreement`);
  expect(table.headers()['content-disposition']).toContain('handslag.csv');
  expect((await table.text()).trim().split('\r\n')).toHaveLength(4);

  await page.getByRole('link', { name: m.journal_own_link() }).click();
  await page.getByRole('heading', { level: 1, name: m.journal_own_heading() }).waitFor();
  expect(await lines(page)).toContain(m.happened_agreement_received());
});

const lines = (page: Page): Promise<string[]> => page.locator('.docs li > span > a').allInnerTexts();

/** Hands in an agreement and confirms one of its facts. */
async function reviewed(page: Page): Promise<string> {
  await page.goto('/new');
  await page.getByLabel(m.new_paste(), { exact: true }).fill(readFileSync('tests/agreements/laxhjalp.md', 'utf8'));
  await page.getByRole('button', { name: m.new_read() }).click();
  await page.getByRole('heading', { level: 1, name: m.is_this_right() }).waitFor();
  await page.locator('.fact').getByRole('button', { name: new RegExp(`^${m.confirm()}`) }).first().click();
  return /\/partnerships\/[^/]+/.exec(page.url())![0];
}
