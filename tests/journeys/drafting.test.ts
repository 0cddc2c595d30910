import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test } from '../support/journey.ts';

test('a coordinator writes an agreement from a template without script, sees a remark go away and takes the file along', async ({ open, foreseen }) => {
  foreseen.add(422).add(409);
  const page = await open({ javaScriptEnabled: false, acceptDownloads: true });
  await page.goto('/new');
  await page.getByRole('link', { name: m.drafting_new_link() }).click();
  await page.getByRole('radio', { name: new RegExp(m.template_without_money()) }).check();
  await page.getByLabel(m.drafting_title(), { exact: true }).fill('Nattfotboll i Granby');
  await page.getByLabel(m.drafting_other_name(), { exact: true }).fill('Föreningen Lyktan');
  await page.getByRole('button', { name: m.drafting_begin() }).click();
  await headingIs(page, 'Nattfotboll i Granby');
  const left = await blanks(page);

  // What is not understood stays in its field, with a kind word beside it.
  const term = clause(page, 'Avtalstid');
  await term.locator('#field-start').fill('nästa vår');
  await term.locator('#field-slut').fill('2027-12-31');
  await save(term);
  await page.getByRole('alert').getByRole('link', { name: m.refusal_agreement_date_not_understood() }).waitFor();
  expect(await term.locator('#field-start').inputValue()).toBe('nästa vår');
  expect(await term.locator('#field-slut').inputValue()).toBe('2027-12-31');

  await term.locator('#field-start').fill('1 januari 2027');
  await save(term);
  await page.getByRole('status').getByText(m.drafting_saved()).waitFor();
  expect(await term.locator('.clause-text').innerText()).toContain('från och med den 1 januari 2027 till och med den 31 december 2027');
  expect(await blanks(page)).toBe(left - 2);

  // What the checks say of a clause goes away when it has been put right.
  const parties = clause(page, 'Parter');
  expect(await parties.locator('.remarks li').count()).toBe(2);
  await parties.locator('#field-kommun-nummer').fill('212000-1355');
  await parties.locator('#field-forening-nummer').fill('802996-6150');
  await save(parties);
  await page.getByRole('status').waitFor();
  expect(await parties.locator('.remarks li').count()).toBe(0);

  // Two have the same clause open: what the second wrote stays, beside what the first saved.
  await clause(page, 'Tvister').getByRole('link', { name: m.drafting_edit_text() }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('#body').fill('Den andras text.');
  await other.getByRole('button', { name: m.drafting_save() }).click();
  await other.getByRole('status').waitFor();
  await page.locator('#body').fill('Min text.');
  await page.getByRole('button', { name: m.drafting_save() }).click();
  await page.getByRole('alert').getByText(m.refusal_agreement_changed_by_another()).waitFor();
  await page.getByText('Den andras text.').first().waitFor();
  expect(await page.getByLabel(m.merge_offer_text(), { exact: true }).inputValue()).toBe('Min text. Den andras text.');
  expect(await page.locator('#body').inputValue()).toBe('Min text.');
  await page.getByRole('button', { name: m.drafting_save() }).click();
  await page.getByRole('status').waitFor();

  // A row more, a clause away and back again.
  const annexes = clause(page, 'Bilagor');
  await annexes.locator('summary').click();
  await annexes.getByRole('button', { name: m.drafting_remove_clause() }).click();
  expect(await annexes.count()).toBe(0);
  await page.getByRole('button', { name: m.undo() }).click();
  await annexes.waitFor();
  const goals = clause(page, 'Mål');
  await goals.locator('summary').click();
  await goals.getByLabel(m.drafting_add_row()).selectOption({ label: m.row_goal() });
  await goals.getByRole('button', { name: m.drafting_add_row_do() }).click();
  await page.getByRole('status').waitFor();
  expect(await goals.locator('.clause-text li').count()).toBe(3);

  await page.getByRole('link', { name: m.drafting_part_file() }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: m.drafting_file_pdf() }).click();
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto('/partnerships');
  await page.getByRole('link', { name: 'Nattfotboll i Granby' }).click();
  await headingIs(page, 'Nattfotboll i Granby');
});

const clause = (page: Page, heading: string) => page.locator('.clause', { has: page.getByRole('heading', { name: new RegExp(`^(?:\\d+\\. )?${heading}$`) }) });
const save = (one: ReturnType<typeof clause>) => one.getByRole('button', { name: m.drafting_save_fields() }).click();
const blanks = async (page: Page): Promise<number> => Number(/\d+/.exec(await page.locator('.lead').innerText())![0]);
const headingIs = (page: Page, words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
