import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test } from '../support/journey.ts';
import { inDays, runningPartnership } from '../support/running-partnership.ts';

test('somebody subscribes with a calendar program, which needs no session, and turns the address off', async ({ server, open }) => {
  const page = await open({ javaScriptEnabled: false });
  await runningPartnership(page);
  const first = await addressFor(page, '/account/feeds');
  const { status, headers, events } = await asCalendarProgram(first);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(headers.get('cache-control')).toContain('private');
  expect(headers.get('set-cookie')).toBe(null);
  const days = events.map(({ startDate }) => startDate.toString());
  expect(days).toEqual(expect.arrayContaining([inDays(-5), inDays(10), inDays(200)]));

  await page.goto('/account/feeds');
  expect(await page.content()).not.toContain(first.split('/').at(-1)!);
  const second = await addressFor(page, '/account/feeds');
  expect((await asCalendarProgram(first)).status).toBe(404);
  expect((await asCalendarProgram(second)).status).toBe(200);

  await page.getByRole('button', { name: m.feeds_revoke() }).click();
  await page.getByText(m.feeds_none()).waitFor();
  expect((await asCalendarProgram(second)).status).toBe(404);
  expect((await asCalendarProgram(`${server.address}/feeds/${'a'.repeat(43)}.ics`)).status).toBe(404);
});

test('the address of one partnership is of that partnership alone', async ({ open }) => {
  const page = await open();
  const [one, other] = [await runningPartnership(page), await runningPartnership(page)];
  const id = one.split('/').at(-1)!;
  expect(other).not.toBe(one);
  await page.goto(one);
  await page.getByRole('link', { name: m.feeds_subscribe() }).first().click();
  expect(new URL(page.url()).searchParams.get('partnership')).toBe(id);
  const { events } = await asCalendarProgram(await addressFor(page, `/account/feeds?partnership=${id}`));
  expect(events.length).toBeGreaterThan(0);
  for (const { uid } of events) expect(uid).toContain(id);
});

test('how one is reminded is chosen with a form, and is still so afterwards', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/account/reminders');
  expect(await chosenDays(page)).toEqual(['30', '7', '1']);
  await page.getByLabel(m.reminders_days_before({ count: 30 })).uncheck();
  await page.getByLabel(m.reminders_days_before({ count: 14 })).check();
  await page.getByRole('button', { name: m.save() }).click();
  await page.getByRole('status').getByText(m.reminders_saved()).waitFor();
  expect(await chosenDays(page)).toEqual(['14', '7', '1']);
});

/** Makes an address and gives it as the page shows it this once. */
async function addressFor(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await page.getByRole('button', { name: new RegExp(`^(${m.feeds_make()}|${m.feeds_remake()})$`) }).click();
  return page.getByLabel(m.feeds_address(), { exact: true }).inputValue();
}

/** Fetches as a calendar program does, with nothing but the address, and reads what it gets. */
async function asCalendarProgram(address: string) {
  const answer = await fetch(address);
  const text = await answer.text();
  const events = answer.ok ? new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) : [];
  return { status: answer.status, headers: answer.headers, events };
}

const chosenDays = (page: Page) => page.locator('input[name="day"]:checked').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
