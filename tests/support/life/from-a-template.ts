import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { send } from '../forms.ts';

interface Begun {
  title: string;
  sides: [municipality: string, association: string];
}

/** What a template leaves empty, as somebody fills it in; the days are for the one who writes. */
const VALUES: Record<string, string> = {
  behov: 'fler vuxna syns ute på helgkvällar',
  erfarenhet: 'att samla föräldrar och tränare',
  syfte: 'unga ska känna sig trygga ute på kvällen',
  malgrupp: 'unga mellan 13 och 18 år',
  'mal-1-antal': '40',
  'mal-2': 'Fler unga känner igen en vuxen på stan.',
  'tid-1-vad': 'Slutrapport',
  'tid-1-dag': '2027-12-11',
  'kontakt-1-namn': 'Karin Ekdahl',
  'kontakt-1-roll': 'samordnare',
  'kontakt-1-epost': 'karin.ekdahl@example.se',
  'kontakt-1-telefon': '070-174 06 01',
  'kontakt-2-namn': 'Jonas Lundvall',
  'kontakt-2-roll': 'verksamhetschef',
  'kontakt-2-epost': 'jonas.lundvall@example.se',
  'kontakt-2-telefon': '070-174 06 02',
  'undertecknare-1-namn': 'Karin Ekdahl',
  'undertecknare-1-titel': 'samordnare',
  'undertecknare-2-namn': 'Jonas Lundvall',
  'undertecknare-2-titel': 'verksamhetschef',
};

/** What is left empty for the other side to fill in by a proposal. */
export const LEFT_EMPTY = { clause: 'Förlängning', slug: 'dialog', value: '2027-06-30' };

/** Writes an agreement from a template: what is not understood stays, remarks go away, two do not overwrite each other. Gives its address. */
export async function writtenFromTemplate(page: Page, { title, sides: [municipality, association] }: Begun): Promise<string> {
  await page.goto('/new');
  await page.getByRole('link', { name: m.drafting_new_link() }).click();
  await page.getByLabel(m.drafting_other_name(), { exact: true }).fill('Föreningen Lyktan');
  await begin(page, 'Nattfotboll');
  await clause(page, 'Parter').locator('.clause-text').getByText('Föreningen Lyktan').waitFor();

  await page.goto('/drafts/new');
  await page.getByLabel(m.drafting_own(), { exact: true }).first().selectOption({ label: municipality });
  await page.getByLabel(m.drafting_other(), { exact: true }).selectOption({ label: association });
  await begin(page, title);
  const draft = new URL(page.url()).pathname;
  await notUnderstoodStays(page);
  await remarksGoAway(page);
  await twoAtOnce(page);
  await rowsAndClauses(page);
  await filledIn(page);
  await takenAlong(page);
  return draft;
}

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(m.template_without_money()) }).check();
  await page.getByLabel(m.drafting_title(), { exact: true }).fill(title);
  await page.getByRole('button', { name: m.drafting_begin() }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** What is not understood stays in its field, with a kind word beside it. */
async function notUnderstoodStays(page: Page): Promise<void> {
  const left = await blanks(page);
  const term = clause(page, 'Avtalstid');
  await term.locator('#field-start').fill('nästa vår');
  await term.locator('#field-slut').fill('2027-12-31');
  await save(term);
  await page.getByRole('alert').getByRole('link', { name: m.refusal_agreement_date_not_understood() }).waitFor();
  expect(await term.locator('#field-start').inputValue()).toBe('nästa vår');
  expect(await term.locator('#field-slut').inputValue()).toBe('2027-12-31');
  await term.locator('#field-start').fill('1 november 2026');
  await save(term);
  await page.getByRole('status').getByText(m.drafting_saved()).waitFor();
  expect(await term.locator('.clause-text').innerText()).toContain('från och med den 1 november 2026 till och med den 31 december 2027');
  expect(await blanks(page)).toBe(left - 2);
}

/** What the checks say of a clause goes away when it has been put right. */
async function remarksGoAway(page: Page): Promise<void> {
  const parties = clause(page, 'Parter');
  const right = await parties.locator('#field-kommun-nummer').inputValue();
  await parties.locator('#field-kommun-nummer').fill(right.replace(/.$/, (last) => String((Number(last) + 1) % 10)));
  await save(parties);
  await parties.locator('.remarks li').first().waitFor();
  await parties.locator('#field-kommun-nummer').fill(right);
  await save(parties);
  await page.getByRole('status').waitFor();
  expect(await parties.locator('.remarks li').count()).toBe(0);
}

/** Two have the same clause open: what the second wrote stays, beside what the first saved. */
async function twoAtOnce(page: Page): Promise<void> {
  await clause(page, 'Tvister').getByRole('link', { name: m.drafting_edit_text() }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('#body').fill('Den andras text.');
  await other.getByRole('button', { name: m.drafting_save() }).click();
  await other.getByRole('status').waitFor();
  await other.close();
  await page.locator('#body').fill('Min text.');
  await page.getByRole('button', { name: m.drafting_save() }).click();
  await page.getByRole('alert').getByText(m.refusal_agreement_changed_by_another()).waitFor();
  await page.getByText('Den andras text.').first().waitFor();
  expect(await page.getByLabel(m.merge_offer_text(), { exact: true }).inputValue()).toBe('Min text. Den andras text.');
  expect(await page.locator('#body').inputValue()).toBe('Min text.');
  await page.getByRole('button', { name: m.drafting_save() }).click();
  await page.getByRole('status').waitFor();
}

/** A row more, a clause away and back again. */
async function rowsAndClauses(page: Page): Promise<void> {
  const annexes = clause(page, 'Bilagor');
  await annexes.locator('summary').click();
  await annexes.getByRole('button', { name: m.drafting_remove_clause() }).click();
  await annexes.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: m.undo() }).click();
  await annexes.waitFor();
  const goals = clause(page, 'Mål');
  await goals.locator('summary').click();
  await goals.getByLabel(m.drafting_add_row()).selectOption({ label: m.row_goal() });
  await goals.getByRole('button', { name: m.drafting_add_row_do() }).click();
  await page.getByRole('status').waitFor();
  expect(await goals.locator('.clause-text li').count()).toBe(3);
}

/** Fills in every clause that has something empty, but for what is left to the other side. */
async function filledIn(page: Page): Promise<void> {
  for (const each of await page.locator('section.clause form[action^="?/fields"]').evaluateAll((forms) => forms.map((form) => form.closest('section')!.id))) {
    const clauseOf = page.locator(`#${each}`);
    const empty = await clauseOf.locator('input[name^="field-"]').evaluateAll((inputs) => inputs.filter((input) => (input as HTMLInputElement).value === '' || (input as HTMLInputElement).value === 'Gemensam uppföljning').map((input) => (input as HTMLInputElement).name));
    const values = Object.fromEntries(empty.filter((name) => name !== `field-${LEFT_EMPTY.slug}`).map((name) => [name, VALUES[name.replace('field-', '')] ?? 'Unga söker upp vuxna på stan.']));
    if (Object.keys(values).length > 0) await send(page, 'fields', values, { within: clauseOf });
  }
  expect(await blanks(page)).toBe(1);
}

async function takenAlong(page: Page): Promise<void> {
  await page.getByRole('link', { name: m.drafting_part_file() }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: m.drafting_file_pdf() }).click();
  expect(readFileSync(await (await download).path()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto('/partnerships');
  await page.getByRole('link', { name: 'Nattfotboll' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nattfotboll' }).waitFor();
}

const clause = (page: Page, heading: string) => page.locator('.clause', { has: page.getByRole('heading', { name: new RegExp(`^(?:\\d+\\. )?${heading}$`) }) });
const save = (one: ReturnType<typeof clause>) => one.getByRole('button', { name: m.drafting_save_fields() }).click();
const blanks = async (page: Page): Promise<number> => Number(/\d+/.exec(await page.locator('.lead').innerText())![0]);
