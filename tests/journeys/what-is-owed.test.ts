import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { test } from '../support/journey.ts';
import { AGREEMENT, inDays, runningPartnership, today } from '../support/running-partnership.ts';

test('a coordinator sees what is late, says that it is done, thinks again, and sets the day of a meeting, with forms alone', async ({ open, foreseen }) => {
  foreseen.add(422);
  const page = await open({ javaScriptEnabled: false });
  const partnership = await runningPartnership(page);

  await page.goto('/');
  expect(await heading(page)).toContain('En sak är sen.');
  const report = page.locator('.due', { hasText: 'elrapport' });
  expect(await report.innerText()).toContain('5 dagar sen');
  await sayDone(report, { doneOn: inDays(1), evidence: 'KS 2026/117' });
  await page.getByText(m.refusal_commitments_done_in_the_future()).waitFor();
  expect(await report.getByLabel(m.done_evidence(), { exact: true }).inputValue()).toBe('KS 2026/117');
  await sayDone(report, { doneOn: today, evidence: 'KS 2026/117' }, { isOpen: true });

  const told = page.getByRole('status');
  expect(await told.innerText()).toContain('elrapport');
  expect(await heading(page)).not.toContain('sen.');
  await told.getByRole('button').click();
  expect(await heading(page)).toContain('En sak är sen.');

  await page.goto(partnership);
  const meeting = page.locator('.due', { hasText: m.duty_steering_meeting() }).first();
  await meeting.getByText(m.choose_day()).click();
  await meeting.getByLabel(m.which_day(), { exact: true }).fill(inDays(20));
  await meeting.getByRole('button', { name: m.save_day() }).click();
  expect(await page.locator('.due', { hasText: m.duty_steering_meeting() }).first().locator('time').getAttribute('datetime')).toBe(inDays(20));

  await cancelled(page, 'Slutrapporten skrivs ihop med bokslutet');
  await page.getByText(m.show_done({ count: 1 })).click();
  const final = page.locator('.due', { hasText: 'Slutrapporten skrivs ihop' });
  expect(await final.innerText()).toContain(m.state_off());
  await final.getByRole('button').click();
  await page.locator('.due', { hasText: 'lutrapport' }).first().getByText(m.mark_done()).waitFor();
});

test('what is owed goes to a calendar and a table, and the agreement comes back as it was', async ({ open }) => {
  const page = await open();
  const partnership = await runningPartnership(page);
  const text = async (path: string) => (await page.request.get(path)).text();
  expect(await text(`${partnership}/calendar.ics`)).toContain(`DTSTART;VALUE=DATE:${inDays(10).replaceAll('-', '')}`);
  expect(await text('/calendar.ics')).toContain('BEGIN:VEVENT');
  expect(await text(`${partnership}/calendar.csv`)).toContain(inDays(10));
  expect(await text('/calendar.csv?kind=payment')).not.toContain(inDays(10));
  expect((await text(`${partnership}/document`)).replaceAll('\r\n', '\n')).toBe(AGREEMENT);

  await page.goto(`/calendar?month=${inDays(10).slice(0, 7)}`);
  await page.locator('.due', { hasText: 'lutrapport' }).first().getByRole('link', { name: /rad \d+/ }).click();
  expect(page.url()).toMatch(/\/agreement#fact-[0-9a-f-]{36}$/);
});

async function sayDone(row: Locator, { doneOn, evidence }: { doneOn: CalendarDate; evidence: string }, { isOpen = false } = {}): Promise<void> {
  if (!isOpen) await row.getByText(m.mark_done()).click();
  // The browser would hold back a day that has not come; the server has to as well.
  await row.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await row.getByLabel(m.done_which_day(), { exact: true }).fill(doneOn);
  await row.getByLabel(m.done_evidence(), { exact: true }).fill(evidence);
  await row.getByRole('button', { name: m.save_done() }).click();
}

async function cancelled(page: Page, reason: string): Promise<void> {
  const row = page.locator('.due', { hasText: 'lutrapport' }).first();
  await row.getByText(m.no_longer_applies()).click();
  await row.getByLabel(m.cancel_why(), { exact: true }).fill(reason);
  await row.locator('form[action="?/cancel"]').getByRole('button').click();
}

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
