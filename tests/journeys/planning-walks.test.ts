import { expect } from 'vitest';
import * as m from '#messages';
import { faults } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { inDays, runningPartnership } from '../support/running-partnership.ts';
import { sticksOut } from '../support/sticks-out.ts';

/** The partnership whose walks are planned: the second story goes on with what the first has left. */
let walks: string;

const CORNERS = ['62.48900 17.31900', '62.48900 17.33400', '62.48400 17.33400', '62.48400 17.31900'];

test('a season is planned without script, its gaps are seen, and it is undone', async ({ open }) => {
  const withScript = await open();
  walks = `${await runningPartnership(withScript)}/walks`;
  // What axe runs is script: it is shown the same address with script.
  const faultsHere = async () => {
    await withScript.goto(page.url());
    return faults(withScript);
  };
  const page = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

  await page.goto(`${walks}/season`);
  await page.getByRole('link', { name: m.area_add() }).click();
  await page.getByLabel(m.area_name()).fill('Centrum');
  await page.getByRole('button', { name: m.area_add() }).click();
  await page.getByRole('heading', { level: 1, name: 'Centrum' }).waitFor();
  expect(await page.getByRole('button', { name: new RegExp(m.map_show()) }).count()).toBe(0);
  await page.getByLabel(m.area_corners()).fill(CORNERS.join('\n'));
  await page.getByRole('button', { name: m.save(), exact: true }).last().click();
  await page.getByText(m.meeting_point_add()).click();
  await page.getByLabel(m.meeting_point_name()).fill('Torget');
  await page.getByLabel(m.meeting_point_position()).fill('62,4865 17,3265');
  await page.getByRole('button', { name: m.save(), exact: true }).first().click();
  await page.getByText('62.48650 17.32650').waitFor();
  expect(await faultsHere()).toEqual([]);

  await page.goto(`${walks}/season`);
  await page.getByLabel(m.season_start(), { exact: true }).fill(inDays(1));
  await page.getByLabel(m.season_end(), { exact: true }).fill(inDays(0));
  await page.getByRole('button', { name: m.season_show() }).click();
  await page.getByRole('alert').getByText(m.refusal_walks_season_ends_before_it_starts()).waitFor();
  await page.getByLabel(m.season_end(), { exact: true }).fill(inDays(180));
  await page.getByLabel(m.walks_tab_events(), { exact: true }).selectOption('keep');
  await page.getByRole('button', { name: m.season_show() }).click();
  const preview = page.getByRole('table').getByRole('row');
  const given = (await preview.count()) - 1;
  expect(given).toBeGreaterThanOrEqual(50);
  expect(await faultsHere()).toEqual([]);
  expect(await sticksOut(page)).toEqual([]);
  await page.getByLabel(new RegExp(`^${m.season_leave_out()}`)).last().check();
  await page.getByRole('button', { name: m.season_plan({ count: given }) }).click();

  await page.getByRole('status').getByText(m.season_is_planned({ count: given - 1 })).first().waitFor();
  expect(await page.locator('.due').count()).toBe(given - 1);
  await page.goto(walks);
  const gaps = await page.locator('.due').count();
  expect(gaps).toBeGreaterThanOrEqual(7);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(m.plan_has_gaps({ count: gaps, words: 'x', weeks: 'fyra' }).replace('x ', ''));
  expect(await faultsHere()).toEqual([]);
  expect(await sticksOut(page)).toEqual([]);

  await page.goBack();
  await page.getByRole('button', { name: new RegExp(`^${m.undo()}`) }).click();
  await page.getByText(m.plan_empty()).waitFor();
});

test('whoever asks for the map gets one, and draws on it with the arrows', async ({ open }) => {
  const page = await open();
  await page.goto(`${walks}/areas`);
  await page.getByRole('link', { name: 'Centrum' }).click();
  await page.getByRole('heading', { level: 1, name: 'Centrum' }).waitFor();
  const before = await loaded();
  await page.getByRole('button', { name: new RegExp(m.map_show()) }).last().click();
  await page.locator('.map canvas').waitFor();
  expect(await loaded()).toBeGreaterThan(before + 200_000);

  await page.getByRole('button', { name: m.area_corner({ number: 1 }), exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  const [north] = (await page.getByLabel(m.area_corners()).inputValue()).split('\n')[0]!.split(' ');
  expect(Number(north)).toBeGreaterThan(62.489);
  await page.getByRole('button', { name: m.area_corner_add() }).click();
  expect((await page.getByLabel(m.area_corners()).inputValue()).split('\n')).toHaveLength(5);
  await page.getByRole('button', { name: new RegExp(`^${m.area_corner_remove()}.*${m.area_corner({ number: 5 })}$`) }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: m.save(), exact: true }).last().click();
  await expect.poll(async () => (await page.getByLabel(m.area_corners()).inputValue()).split('\n')[0]).toBe(`${north} 17.31900`);

  /** Bytes of script that the page has fetched. */
  function loaded(): Promise<number> {
    return page.evaluate(() => performance.getEntriesByType('resource').reduce((sum, entry) => sum + (/\.js$/.test(entry.name) ? (entry as PerformanceResourceTiming).decodedBodySize : 0), 0));
  }
});
