import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { faults } from '../support/axe.ts';
import { test as journey } from '../support/journey.ts';

/** The people of the samples: a coordinator, and an association's manager. */
const test = journey.extend('settings', { scope: 'file' }, { SAMPLES: 'yes' } as Record<string, string>);

test('somebody finds the page and asks to walk, the leader meets them, and the municipality sees the figure and not who', async ({ open, foreseen }) => {
  foreseen.add(422).add(404);
  const [leader, municipality, newcomer] = [await open({ as: 'nobody', javaScriptEnabled: false }), await open({ javaScriptEnabled: false }), await open({ as: 'nobody', viewport: { width: 360, height: 740 } })];
  await leader.goto('/sign-in');
  await leader.getByRole('button', { name: m.sign_in_as({ name: 'Jonas Lundvall' }) }).click();
  await leader.goto('/partnerships');
  const place = new URL((await leader.locator('main a[href*="/partnerships/"]').first().getAttribute('href'))!, leader.url()).pathname;
  await groupWalks(leader, municipality, `${place}/walks`);

  const network = `${place}/walks/network`;
  await leader.goto(network);
  await leader.getByText(m.finding_open(), { exact: true }).click();
  await leader.getByLabel(m.finding_slug(), { exact: true }).fill('vandra-med-oss');
  await leader.getByRole('button', { name: m.finding_open_save(), exact: true }).click();
  await municipality.goto(network);
  await municipality.getByRole('button', { name: m.refer() }).click();
  const code = new URL(municipality.url()).searchParams.get('code')!;

  await newcomer.goto('/join/finns-inte');
  await newcomer.getByText(m.refusal_walks_finding_not_open()).waitFor();
  await newcomer.goto('/join/vandra-med-oss/poster');
  expect(await faults(newcomer)).toEqual([]);
  await newcomer.goto(`/join/vandra-med-oss?code=${code}`);
  expect(await faults(newcomer)).toEqual([]);
  await ask(newcomer, { name: 'Ada Holm', reach: 'ring mig' });
  await newcomer.getByRole('alert').getByRole('link', { name: m.refusal_walks_reach_not_understood() }).waitFor();
  await ask(newcomer, { name: 'Ada Holm', reach: '070-174 06 05' });
  await newcomer.getByRole('heading', { name: m.join_thanks() }).waitFor();
  const group = (await newcomer.getByRole('status').innerText()).replace(m.join_thanks_what({ group: '' }), '').trim();

  await municipality.goto(network);
  expect(await municipality.locator('#finding').innerText()).toMatch(/1 har hört av sig, 0 går med/);
  expect(await municipality.locator('#referrals').innerText()).toContain(m.referral_waiting());

  await leader.goto(`${place}/walks/groups`);
  await leader.getByRole('link', { name: group }).click();
  expect(await leader.locator('#newcomers').innerText()).toMatch(/Ada Holm\s+0701740605/);
  await leader.getByRole('button', { name: new RegExp(m.newcomer_met()) }).click();
  await leader.locator('#newcomers').getByText(/^Träffades/).waitFor();
  await leader.getByText(m.newcomer_walks()).click();
  await leader.getByRole('button', { name: new RegExp(m.newcomer_walks_save()) }).click();
  await leader.getByRole('heading', { name: m.newcomers_none() }).waitFor();

  await municipality.goto(network);
  expect(await municipality.locator('#finding').innerText()).toMatch(/1 har hört av sig, 1 går med/);
  expect(await municipality.locator('#referrals').innerText()).toContain(`${code}`);
  expect(await municipality.locator('main').innerText()).not.toContain('Ada');
  await municipality.goto(`${place}/walks/groups`);
  await municipality.getByRole('link', { name: group }).click();
  expect(await municipality.locator('#newcomers').count()).toBe(0);
});

/** The association coordinates; a group is proposed, both parties are heard, and it starts. */
async function groupWalks(leader: Page, municipality: Page, walks: string): Promise<void> {
  await leader.goto(`${walks}/network`);
  await leader.locator('#coordinator summary').click();
  const association = (await leader.locator('.me span').innerText()).trim();
  await leader.getByLabel(m.network_who(), { exact: true }).selectOption({ label: association });
  await leader.locator('form[action="?/coordinate"] button').click();
  await leader.getByRole('heading', { level: 1, name: m.network_coordinates({ name: association }) }).waitFor();
  await leader.goto(`${walks}/groups`);
  await leader.locator('#propose summary').click();
  await leader.getByLabel(m.group_name(), { exact: true }).fill('Lyktan norr');
  await leader.getByRole('button', { name: m.group_propose_save(), exact: true }).click();
  await leader.getByRole('heading', { level: 1, name: 'Lyktan norr' }).waitFor();
  await agree(leader);
  await municipality.goto(new URL(leader.url()).pathname);
  await agree(municipality);
  await municipality.getByRole('button', { name: m.group_start() }).click();
  await municipality.getByText(/^Vandrar sedan/).waitFor();
}

async function agree(page: Page): Promise<void> {
  await page.getByText(m.word_give(), { exact: true }).click();
  await page.getByRole('button', { name: m.word_save(), exact: true }).click();
  await page.locator('#heard').waitFor();
}

async function ask(page: Page, { name, reach }: { name: string; reach: string }): Promise<void> {
  await page.getByLabel(m.join_name(), { exact: true }).fill(name);
  await page.getByLabel(m.join_reach(), { exact: true }).fill(reach);
  await page.getByRole('button', { name: m.join_send() }).click();
}
