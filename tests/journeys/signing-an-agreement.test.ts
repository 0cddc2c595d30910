import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import * as m from '#messages';
import { test as journey } from '../support/journey.ts';
import { looksRight } from '../support/looks-right.ts';
import { AGREEMENT, runningPartnership } from '../support/running-partnership.ts';
import { signingService } from '../support/signing-service.ts';

/** Who signs goes to a service elsewhere; that they sign here is in five-lives. */
const service = await signingService();
afterAll(() => service.close());
const test = journey.extend('settings', { scope: 'file' }, { SAMPLES: 'no', ...service.settings } as Record<string, string>);

/** The same agreement with numbers that can be: what is to be signed has no errors left in it. */
const WHOLE = AGREEMENT.replace('212000-9999', '212000-9994').replace('802999-9999', '802999-9995');

test('two parties sign in turn by the links of their letters, at a signing service and back, without script; the second seals, and the partnership runs', async ({ open, foreseen }) => {
  foreseen.add(422).add(409);
  const maja = await open({ javaScriptEnabled: false, acceptDownloads: true });
  const draft = await sharedDraft(maja);

  await maja.goto(`${draft}/signing`);
  await maja.getByRole('button', { name: m.signing_begin() }).click();
  await add(maja, { index: 0, name: 'Åsa Ödman', email: 'asa.odman@example.se' });
  await maja.getByRole('button', { name: m.signing_send() }).click();
  await maja.getByRole('alert').waitFor();
  await add(maja, { index: 1, name: 'Björn Ek', email: 'bjorn.ek@example.se' });
  await looksRight(open, maja);
  await maja.getByRole('button', { name: m.signing_send() }).click();
  await headingIs(maja, m.signing_heading_open({ signed: 0, all: 2 }));

  const asa = await open({ as: 'nobody', javaScriptEnabled: false, acceptDownloads: true });
  await asa.goto(await linkTo(maja, 'asa.odman@example.se'));
  await asa.getByRole('button', { name: m.sign_enter_button() }).click();
  await headingIs(asa, new RegExp(`^${m.sign_heading({ organisation: '' }).trim()}`));
  await looksRight(open, asa);
  expect((await downloaded(asa, m.sign_read_whole())).subarray(0, 5).toString()).toBe('%PDF-');
  await asa.getByRole('button', { name: m.sign_button(), exact: true }).click();
  await asa.getByRole('alert').getByText(m.refusal_signing_not_read()).waitFor();
  await goneToSign(asa);
  await asa.getByRole('button', { name: 'Avbryt' }).click();
  await asa.getByRole('button', { name: 'Tillbaka' }).click();
  await headingIs(asa, m.sign_back_heading());
  await asa.getByText(m.refusal_signatures_not_signed_there()).waitFor();
  await asa.getByRole('link', { name: m.sign_back_again() }).click();
  await signedElsewhere(asa);
  await headingIs(asa, m.sign_heading_signed());

  const bjorn = await open({ as: 'nobody', javaScriptEnabled: false });
  await bjorn.goto(await linkTo(maja, 'bjorn.ek@example.se'));
  await bjorn.getByRole('button', { name: m.sign_enter_button() }).click();
  await headingIs(bjorn, m.sign_heading_last());
  await signedElsewhere(bjorn);
  await headingIs(bjorn, m.sign_heading_sealed());

  await maja.goto(`${draft}/signing`);
  await headingIs(maja, m.signing_status_sealed());
  await looksRight(open, maja);
  await maja.getByRole('link', { name: m.evidence(), exact: true }).click();
  await headingIs(maja, m.evidence_heading_sealed({ count: 2 }));
  await looksRight(open, maja);
  const evidence = JSON.parse((await downloaded(maja, m.evidence_as_json())).toString());
  expect(evidence).toMatchObject({ status: 'sealed', validation: { verdict: 'whole', isTrusted: true }, places: [{ signature: { name: 'Åsa Ödman', signedIn: { by: 'mail-link' } } }, { signature: { name: 'Björn Ek' } }] });
  expect((await maja.goto(`/partnerships/${evidence.agreement}`))?.status()).toBe(200);
  // Whoever signed and has no part in the partnership sees what they signed, and nothing else of it.
  foreseen.add(404);
  expect((await bjorn.goto(`/partnerships/${evidence.agreement}`))?.status()).toBe(404);
});

/** Hands in the agreement, carries it on as a draft of its own and shares it; gives the path of the draft. */
async function sharedDraft(page: Page): Promise<string> {
  await runningPartnership(page, WHOLE);
  await page.goto('/drafts/new');
  await page.getByRole('button', { name: m.drafting_carry_on() }).click();
  await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}/negotiation`);
  const whom = page.getByLabel(m.negotiation_share_whom());
  if ((await whom.count()) > 0) await whom.selectOption({ label: 'Föreningen Läsrummet' });
  await page.getByRole('button', { name: m.negotiation_share_do() }).click();
  return draft;
}

async function add(page: Page, { index, name, email }: { index: number; name: string; email: string }): Promise<void> {
  const form = page.locator('#add');
  await form.evaluate((details) => details.setAttribute('open', ''));
  await form.getByLabel(m.signing_signs_for()).selectOption({ index });
  await form.getByLabel(m.field_name(), { exact: true }).fill(name);
  await form.getByLabel(m.field_email(), { exact: true }).fill(email);
  await form.getByLabel(m.signing_mandate_source(), { exact: true }).fill('Delegationsordningen 4.2');
  await form.getByLabel(m.signing_mandate_date(), { exact: true }).fill('2024-11-12');
  await form.getByRole('button', { name: m.signing_add_save(), exact: true }).click();
  await page.locator('.order').getByText(email).waitFor();
}

/** Ticks and signs here, and goes on to the service by the form that comes then. */
async function goneToSign(page: Page): Promise<void> {
  await page.locator('#hasRead').check();
  await page.getByRole('button', { name: m.sign_button(), exact: true }).click();
  await page.getByRole('button', { name: m.sign_go({ service: service.settings.SIGNING_SERVICE_NAME }) }).click();
  await page.getByRole('button', { name: 'Skriv under', exact: true }).waitFor();
  expect(page.url()).toBe(service.settings.SIGNING_SERVICE_URL);
}

async function signedElsewhere(page: Page): Promise<void> {
  await goneToSign(page);
  await page.getByRole('button', { name: 'Skriv under', exact: true }).click();
  await page.getByRole('button', { name: 'Tillbaka' }).click();
}

/** The link in the newest letter to an address, which rests in the outbox. */
async function linkTo(page: Page, address: string): Promise<string> {
  await page.goto('/outbox');
  const letter = page.locator('section', { hasText: address }).first();
  return (await letter.locator('a[href*="/sign/enter"]').getAttribute('href'))!;
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()]);
  return readFileSync(await download.path());
}

const headingIs = (page: Page, words: string | RegExp) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
