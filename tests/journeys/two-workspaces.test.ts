import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test } from '../support/journey.ts';
import { inDays, runningPartnership } from '../support/running-partnership.ts';

const AGREEMENT = `# Överenskommelse om läxhjälp

## Parter

Granby kommun, organisationsnummer 212000-9999, nedan kallad kommunen

Föreningen Läsrummet, organisationsnummer 802999-9999, nedan kallad föreningen

## Avtalstid

Överenskommelsen gäller från och med ${inDays(-60)} till och med ${inDays(200)}.

## Rapporter

Parterna ska lämna en delrapport senast ${inDays(5)}.
`;

test('a party writes the report, loses nothing, hands it in and gets a receipt, without script', async ({ open, foreseen }) => {
  foreseen.add(422).add(409).add(413);
  const page = await open({ javaScriptEnabled: false, acceptDownloads: true });
  const partnership = await runningPartnership(page, AGREEMENT);

  await page.locator('.due', { hasText: 'elrapport' }).getByRole('link', { name: m.write_report() }).click();
  await headingIs(page, m.draft_new_heading());
  expect(await page.getByLabel(m.draft_title(), { exact: true }).inputValue()).toContain('elrapport');
  await page.getByLabel(m.draft_title(), { exact: true }).fill('Delrapport <b>ett</b>'.padEnd(201, '!'));
  await write(page, 'Vi har hållit 40 kvällar.\n\n# Siffror\n\n- 12 barn\n- 3 ledare');
  await page.getByRole('button', { name: m.draft_save(), exact: true }).click();
  await page.getByRole('alert').getByRole('link', { name: m.refusal_followup_title_too_long({ most: 200 }) }).waitFor();
  expect(await page.getByLabel(m.draft_body(), { exact: true }).inputValue()).toContain('40 kvällar');
  await page.getByLabel(m.draft_title(), { exact: true }).fill('Delrapport <b>ett</b>');
  await page.getByRole('button', { name: m.draft_save(), exact: true }).click();
  await headingIs(page, 'Delrapport <b>ett</b>');
  await page.getByRole('status').getByText(m.draft_saved_note()).waitFor();

  // Somebody else has the draft open and saves first.
  const draft = page.url().replace(/\?.*/, '');
  const other = await page.context().newPage();
  await other.goto(draft);
  await write(other, 'Den andras text');
  await other.getByRole('button', { name: m.draft_save(), exact: true }).click();
  await other.getByRole('status').waitFor();
  await write(page, 'Min text');
  await page.getByRole('button', { name: m.draft_save(), exact: true }).click();
  await page.getByRole('heading', { name: m.draft_theirs() }).waitFor();
  await page.getByText('Den andras text').waitFor();
  expect(await page.getByLabel(m.draft_body(), { exact: true }).inputValue()).toBe('Min text');
  await write(page, 'Min text och den andras.\n\n# Siffror\n\n- 12 barn');
  await page.getByRole('button', { name: m.draft_save_and_files() }).click();

  await headingIs(page, m.files_of({ title: 'Delrapport <b>ett</b>' }));
  await page.getByLabel(m.files_choose()).setInputFiles({ name: 'stor.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(11 * 1024 * 1024) });
  await page.getByRole('button', { name: m.files_attach() }).click();
  await page.getByRole('alert').getByText(m.refusal_followup_file_too_large({ megabytes: 10 })).waitFor();
  await page.getByLabel(m.files_choose()).setInputFiles({ name: 'siffror å.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') });
  await page.getByRole('button', { name: m.files_attach() }).click();
  await page.getByRole('link', { name: 'siffror å.html' }).waitFor();
  await page.getByRole('link', { name: m.files_back() }).click();
  await page.getByRole('button', { name: m.draft_save_and_preview() }).click();

  await headingIs(page, m.hand_in_heading({ title: 'Delrapport <b>ett</b>' }));
  await page.getByText('Min text och den andras.').waitFor();
  const once = await page.context().newPage();
  await once.goto(page.url());
  await page.getByRole('button', { name: m.hand_in(), exact: true }).click();
  await page.getByRole('status').getByText(m.submission_handed_in_note()).waitFor();
  const submission = page.url().replace(/\?.*/, '');
  // Handing in what has been handed in already leads to what it became.
  await once.getByRole('button', { name: m.hand_in(), exact: true }).click();
  await once.waitForURL(`${submission}?handed-in=yes`);
  // Who was still writing keeps what they wrote.
  await write(other, 'Skrivet för sent');
  foreseen.add(404);
  await other.getByRole('button', { name: m.draft_save(), exact: true }).click();
  await headingIs(other, m.draft_gone_heading());
  await other.getByText('Skrivet för sent').waitFor();

  const hash = await page.locator('.hash').innerText();
  const form = await downloaded(page, m.receipt_recompute());
  expect(createHash('sha256').update(form).digest('hex')).toBe(hash);
  expect(JSON.parse(form.toString())).toMatchObject({ text: 'Min text och den andras.\n\n# Siffror\n\n- 12 barn', title: await page.getByRole('heading', { level: 1 }).innerText() });
  expect((await downloaded(page, 'siffror å.html')).toString()).toBe('<script>alert(1)</script>');
  const answer = await page.request.get((await page.getByRole('link', { name: 'siffror å.html' }).getAttribute('href'))!);
  expect(answer.headers()).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment/), 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });

  await page.getByRole('button', { name: m.register_save(), exact: true }).click();
  await page.getByText(m.refusal_followup_case_number_missing()).waitFor();
  await page.getByLabel(m.case_number(), { exact: true }).fill('KS 2026/117');
  await page.getByRole('button', { name: m.register_save(), exact: true }).click();
  await page.getByText('KS 2026/117').first().waitFor();
  expect(await page.getByRole('button', { name: m.register_save(), exact: true }).count()).toBe(0);

  await page.getByRole('button', { name: m.submission_succeed() }).click();
  await page.getByRole('button', { name: m.draft_save_and_preview() }).click();
  await page.getByRole('button', { name: m.hand_in(), exact: true }).click();
  await page.getByRole('status').waitFor();
  await page.goto(submission);
  await page.getByText(m.submission_succeeded()).waitFor();

  await page.goto(`${partnership}/submissions?kind=interim-report`);
  await headingIs(page, 'Två saker är inlämnade.');
  expect(await page.getByRole('row').count()).toBe(3);
  await page.getByRole('link', { name: m.submission_kind_final_report() }).click();
  await page.getByText(m.submissions_none_here()).waitFor();
  await page.goto(partnership);
  const done = page.locator('.due', { hasText: 'elrapport' });
  await page.getByText(m.show_done({ count: 1 })).click();
  await done.getByRole('link', { name: m.see_submission() }).click();
  await headingIs(page, 'Delrapport <b>ett</b>');
});

const write = (page: Page, words: string) => page.getByLabel(m.draft_body(), { exact: true }).fill(words);

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return readFileSync(await download.path());
}

const headingIs = (page: Page, words: string) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(words);
