import { mkdtemp, open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as m from '#messages';
import { test as journey } from '../support/journey.ts';
import { scriptComesLate } from '../support/late-script.ts';

/** With `large`, which makes a file of so many megabytes and gives where it lies. */
const test = journey.extend('large', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-large-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return async (megabytes: number): Promise<string> => {
    const path = join(folder, `avtal-${megabytes}.pdf`);
    const file = await openFile(path, 'w');
    await file.truncate(megabytes * 1024 * 1024);
    await file.close();
    return path;
  };
});

/** A visitor with script, and one without. */
const VISITORS = [
  { visitor: 'a visitor', javaScriptEnabled: true },
  { visitor: 'a visitor without script', javaScriptEnabled: false },
];

for (const { visitor, javaScriptEnabled } of VISITORS) {
  test(`${visitor} who hands in nothing is told what to do`, async ({ open, foreseen }) => {
    foreseen.add(422);
    const page = await open({ javaScriptEnabled });
    await page.goto('/new');
    await page.getByRole('button', { name: m.new_read() }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(m.refusal_agreement_file_is_empty());
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#file');
  });

  test(`${visitor} whose file is not an agreement is told what can be read`, async ({ open }) => {
    const page = await open({ javaScriptEnabled });
    await page.goto('/new');
    await page.locator('#file').setInputFiles({ name: 'avtal.bin', mimeType: 'application/octet-stream', buffer: noise(50_000) });
    await page.getByRole('button', { name: m.new_read() }).click();
    await page.waitForURL(/\/partnerships\/.+\/agreement$/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(m.could_not_read());
    await page.getByText(m.refusal_agreement_file_kind_unknown()).waitFor();
    await page.getByRole('link', { name: m.try_another_file() }).click();
    await page.waitForURL(/\/new$/);
  });

  test(`${visitor} whose file is too large is told how large it may be`, async ({ open, foreseen, large }) => {
    foreseen.add(413).add(422);
    const page = await open({ javaScriptEnabled });
    for (const file of [await large(21), await large(100)]) {
      await page.goto('/new');
      await page.locator('#file').setInputFiles(file);
      await page.getByRole('button', { name: m.new_read() }).click();
      await page.getByRole('alert').getByText(m.refusal_agreement_file_too_large({ megabytes: 20 })).waitFor();
    }
  });
}

test('what was pasted is still there beside a file that is too large, also one chosen before the script had come', async ({ open, large }) => {
  const page = await open();
  await scriptComesLate(page);
  await page.goto('/new', { waitUntil: 'domcontentloaded' });
  const pasted = page.getByLabel(m.new_paste(), { exact: true });
  await pasted.fill('Avtal mellan Granby kommun och Granby byalag');
  await page.locator('#file').setInputFiles(await large(100));
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: m.new_read() }).click();
  await expect.poll(() => page.getByRole('alert').evaluate((alert) => alert === document.activeElement)).toBe(true);
  expect(await pasted.inputValue()).toBe('Avtal mellan Granby kommun och Granby byalag');
});

test('what was pasted comes back to a visitor without script whose file was refused', async ({ open, large, foreseen }) => {
  foreseen.add(422);
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/new');
  await page.getByLabel(m.new_paste(), { exact: true }).fill('Avtal mellan Granby kommun och Granby byalag');
  await page.locator('#file').setInputFiles(await large(20.5));
  await page.getByRole('button', { name: m.new_read() }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(m.new_paste(), { exact: true }).inputValue()).toBe('Avtal mellan Granby kommun och Granby byalag');
});

/** Bytes without a pattern, the same every time. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24));
}
