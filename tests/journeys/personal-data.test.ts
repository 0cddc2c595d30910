import { expect } from 'vitest';
import * as m from '#messages';
import { faults } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { inDays, runningPartnership, today } from '../support/running-partnership.ts';

const agreementWith = (contact: string): string => `# Överenskommelse om läxhjälp

## Parter

Granby kommun, organisationsnummer 212000-9999, nedan kallad kommunen

Föreningen Läsrummet, organisationsnummer 802999-9999, nedan kallad föreningen

## Avtalstid

Överenskommelsen gäller från och med ${inDays(-60)} till och med ${inDays(200)}.

## Rapporter

Föreningen ska lämna en slutrapport till ${contact.split(',')[0]} senast ${inDays(10)}.

## Kontaktpersoner

Kontaktperson för föreningen är ${contact}.
`;

test('what gives away a person is asked about before it is saved, and kept when the writer has looked, with forms alone', async ({ open, foreseen }) => {
  foreseen.add(422);
  const page = await open({ javaScriptEnabled: false });
  await page.goto(await runningPartnership(page, agreementWith('Ove Kvist, ove@example.se, 070-174 06 09')));

  const row = page.locator('.due', { hasText: 'lutrapport' }).first();
  const evidence = row.getByLabel(m.done_evidence(), { exact: true });
  await row.getByText(m.mark_done()).click();
  await evidence.fill('Lämnad i bilen ABC 123, ring 070-174 06 06');
  await row.getByRole('button', { name: m.save_done() }).click();

  expect(await row.getByText(m.refusal_people_free_text_has_phone_number()).count()).toBe(1);
  expect(await row.locator('mark').allInnerTexts()).toEqual(['ABC 123', '070-174 06 06']);
  expect(await evidence.inputValue()).toBe('Lämnad i bilen ABC 123, ring 070-174 06 06');

  await row.getByLabel(m.looked_at_it()).check();
  await evidence.fill('Lämnad av vaktmästaren, ring 070-174 06 07');
  await row.getByRole('button', { name: m.save_done() }).click();
  expect(await row.locator('mark').allInnerTexts()).toEqual(['070-174 06 07']);

  await row.getByLabel(m.looked_at_it()).check();
  await row.getByRole('button', { name: m.save_done() }).click();
  expect(await page.getByRole('status').innerText()).toContain('lutrapport');
});

test('the question is as easy to read and to answer as the form it stands in', async ({ open, foreseen }) => {
  foreseen.add(422);
  const page = await open();
  await page.goto(await runningPartnership(page, agreementWith('Ove Kvist, ove@example.se, 070-174 06 09')));
  const row = page.locator('.due', { hasText: 'lutrapport' }).first();
  await row.getByText(m.no_longer_applies()).click();
  await row.getByLabel(m.cancel_why(), { exact: true }).fill('Personnummer 811218-9876 stod i rapporten');
  await row.locator('form[action="?/cancel"]').getByRole('button').click();
  await row.getByText(m.refusal_people_free_text_has_personal_number()).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await faults(page)).toEqual([]);
  }
});

test('a protected contact person is nowhere but where somebody opens it', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  const partnership = await runningPartnership(page, agreementWith('Mona Ekdahl, mona.ekdahl@example.se, 070-174 06 05'));
  await page.goto(partnership);
  const contacts = page.locator('#contacts');
  expect(await contacts.innerText()).toContain('Mona Ekdahl');
  await contacts.getByRole('button', { name: m.protect() }).click();

  expect(await contacts.innerText()).toContain(m.name_hidden());
  for (const path of [partnership, `${partnership}/agreement`, '/', '/calendar', '/partnerships', '/account/data', `${partnership}/calendar.csv`, `${partnership}/calendar.ics`, '/calendar.csv', '/calendar.ics', '/account/data.json']) {
    const text = (await (await page.request.get(path)).text()).replaceAll('\r\n ', '');
    expect(text, path).not.toMatch(/Ekdahl|mona\.ekdahl|070-174 06 05/i);
  }

  await contacts.getByRole('button', { name: m.protected_open() }).click();
  expect(await contacts.innerText()).toContain('mona.ekdahl@example.se');
  await page.goto(partnership);
  expect(await contacts.innerText()).not.toContain('Mona');
  await contacts.getByRole('button', { name: m.unprotect() }).click();
  expect(await contacts.innerText()).toContain('Mona Ekdahl');
});

test('whoever manages an organisation writes down what it has decided on disposal, and anybody reads the register', async ({ open, foreseen }) => {
  foreseen.add(422);
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/organisations');
  await page.locator('main').getByRole('link').first().click();
  await page.getByRole('link', { name: m.retention_title() }).click();
  const section = page.locator('#contact-persons');
  await section.getByText(m.retention_decide()).click();
  await section.getByLabel(m.case_number(), { exact: true }).fill('KS 2026/12');
  await section.getByLabel(m.retention_day(), { exact: true }).fill(today);
  await section.getByLabel(m.retention_body(), { exact: true }).fill('Kommunstyrelsen');
  await section.getByRole('button', { name: m.retention_save() }).click();
  expect(await section.getByText(m.refusal_people_retention_incomplete()).count()).toBe(1);
  await section.getByLabel(m.retention_months(), { exact: true }).fill('24');
  await section.getByRole('button', { name: m.retention_save() }).click();
  expect(await section.innerText()).toContain(m.retention_disposes({ months: 24, from: m.counted_from_end_of_term() }));

  await page.goto('/en/privacy');
  expect(await page.getByRole('table').innerText()).toContain('To know whom to turn to about the partnership.');
});
