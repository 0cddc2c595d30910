import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, addMonths } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { day } from '#ui/format/day.ts';
import { test } from '../support/journey.ts';
import { runningPartnership, today } from '../support/running-partnership.ts';

const end = addDays(today, 400);
const report = addDays(end, -20);

const AGREEMENT = `# Överenskommelse om läxhjälp

## Parter

Granby kommun, organisationsnummer 212000-9999, nedan kallad kommunen

Föreningen Läsrummet, organisationsnummer 802999-9999, nedan kallad föreningen

## Avtalstid

Överenskommelsen gäller från och med ${addDays(today, -60)} till och med ${end}.

## Rapporter

Föreningen ska lämna en slutrapport senast ${report}.

## Uppsägning

Överenskommelsen kan sägas upp av båda parter. Uppsägningstiden är tre månader.

Part får häva överenskommelsen om den andra parten bryter mot den och felet inte rättats inom 30 dagar.
`;

test('a step towards an extension is set and done; notice moves the end and the final report, and both take it back; an amendment begins', async ({ open, foreseen }) => {
  foreseen.add(422).add(409);
  const page = await open({ javaScriptEnabled: false });
  const partnership = await runningPartnership(page, AGREEMENT);
  const life = `${partnership}/life`;
  const sara = await open({ as: 'nobody', javaScriptEnabled: false });
  await invited(page, sara, partnership);

  await page.getByRole('link', { name: m.part_life(), exact: true }).click();
  await headingIs(page, m.course_until({ day: day(end) }));
  await page.locator('#clock').getByText(m.step_add(), { exact: true }).click();
  await page.getByLabel(m.step_what(), { exact: true }).fill('Dialog, ring Tove på 070-174 06 05');
  await page.getByLabel(m.step_date(), { exact: true }).fill(addDays(today, 40));
  await page.getByRole('button', { name: m.step_save(), exact: true }).click();
  await page.getByText(m.looked_at_it()).waitFor();
  await page.getByLabel(m.step_what(), { exact: true }).fill('Dialog om förlängning');
  await page.getByRole('button', { name: m.step_save(), exact: true }).click();
  await page.getByText(m.course_next({ what: 'Dialog om förlängning', day: day(addDays(today, 40)) })).waitFor();
  const step = page.locator('.due', { hasText: 'Dialog om förlängning' });
  await step.getByText(m.step_own()).click();
  await step.getByLabel(m.step_party(), { exact: true }).selectOption({ label: 'Föreningen Läsrummet' });
  await step.getByLabel(m.step_person(), { exact: true }).fill('Sara Berg');
  await step.getByRole('button', { name: new RegExp(`^${m.step_own_save()}`) }).click();
  await step.getByText('Sara Berg').waitFor();
  const calendar = await page.request.get(`${partnership}/calendar.ics`);
  expect(await calendar.text()).toContain('SUMMARY:Dialog om förlängning');

  await page.locator('#notice').getByText(m.notice_give(), { exact: true }).click();
  await page.getByRole('button', { name: m.notice_save() }).click();
  const last = addMonths(today, 3);
  await headingIs(page, m.course_noticed({ day: day(last) }));
  await page.locator('#notice').getByText(`Slutrapport: från ${day(report)} till ${day(addDays(last, -20))}`).waitFor();
  await page.goto(partnership);
  await page.locator('.due', { hasText: 'lutrapport' }).first().waitFor();
  expect(await page.locator('.due time[datetime]').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))).toContain(addDays(last, -20));
  await page.goto('/outbox');
  await page.getByText(m.ending_letter_reckoned({ months: 3, day: last })).first().waitFor();

  for (const party of [page, sara]) {
    await party.goto(life);
    await party.getByRole('button', { name: m.withdrawal_agree_notice() }).click();
  }
  await headingIs(sara, m.course_until({ day: day(end) }));

  await sara.locator('#rescission').getByText(m.rescission_declare(), { exact: true }).click();
  await sara.getByLabel(m.rescission_ground(), { exact: true }).fill('Lokalen saknas.');
  await sara.getByRole('button', { name: m.rescission_save() }).click();
  await sara.getByText(m.refusal_governance_warning_missing({ days: 30 })).waitFor();

  await page.goto(life);
  await page.getByRole('link', { name: m.amendments_new() }).click();
  await headingIs(page, m.amendments_new_heading());
  await page.getByRole('button', { name: m.amendments_begin(), exact: true }).click();
  await page.getByRole('alert').getByText(m.refusal_agreement_choose_changes()).waitFor();
  await page.getByRole('group', { name: 'Avtalstiden' }).getByLabel(new RegExp(`^${m.amendment_change_end()}`)).check();
  await page.getByRole('button', { name: m.amendments_begin(), exact: true }).click();
  await headingIs(page, m.amendment_heading_making());
  await page.getByText(m.amendment_no_conflicts()).waitFor();
  await page.getByRole('link', { name: m.amendment_open_draft() }).click();
  await page.getByText(/Avtalstiden: slutet ändras från/).waitFor();
});

/** Lets somebody of the association in, by the letter that they get. */
async function invited(page: Page, guest: Page, partnership: string): Promise<void> {
  await page.goto(`${partnership}/people`);
  await page.getByText(m.invite(), { exact: true }).click();
  await page.locator('#invite-name').fill('Sara Berg');
  await page.locator('#invite-email').fill('sara.berg@example.se');
  await page.locator('#invite-role').selectOption({ label: m.role_association_manager() });
  await page.locator('#invite-organisation').selectOption({ label: 'Föreningen Läsrummet' });
  await page.getByRole('button', { name: m.invite_send() }).click();
  await guest.goto('/outbox');
  await guest.getByRole('link', { name: /invitation\?secret/ }).first().click();
  await guest.getByRole('button', { name: m.invitation_accept() }).click();
  await guest.getByText('Sara Berg').waitFor();
  await page.goto(partnership);
}

const headingIs = (page: Page, words: string) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(words);
