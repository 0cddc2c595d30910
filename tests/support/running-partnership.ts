import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';

/** The server has the clock of the day it runs, so the agreement is written around that day. */
export const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
export const inDays = (days: number): CalendarDate => addDays(today, days);

export const AGREEMENT = `# Överenskommelse om läxhjälp

## Parter

Granby kommun, organisationsnummer 212000-9999, nedan kallad kommunen

Föreningen Läsrummet, organisationsnummer 802999-9999, nedan kallad föreningen

## Avtalstid

Överenskommelsen gäller från och med ${inDays(-60)} till och med ${inDays(200)}.

## Rapporter

Föreningen ska lämna en delrapport till kommunen senast ${inDays(-5)}.

Föreningen ska lämna en slutrapport till kommunen senast ${inDays(10)}.

## Styrgrupp

Styrgruppen träffas minst två gånger under avtalstiden. Kommunen sammankallar.
`;

/** Hands an agreement in, confirms all of it and starts the partnership; gives the address of its page. */
export async function runningPartnership(page: Page, text = AGREEMENT): Promise<string> {
  await page.goto('/new');
  await page.getByLabel(m.new_paste(), { exact: true }).fill(text);
  await page.getByRole('button', { name: m.new_read() }).click();
  await page.getByRole('button', { name: new RegExp(m.confirm_all_certain({ count: 0 }).replace('0', '\\d+')) }).click();
  await page.getByRole('button', { name: new RegExp(m.confirm_all_certain({ count: 0 }).replace('0', '\\d+')) }).waitFor({ state: 'detached' });
  const left = page.locator('.fact').getByRole('button', { name: new RegExp(`^${m.confirm()}`) });
  for (let count = await left.count(); count > 0; count -= 1) {
    await left.first().click();
    await expect.poll(() => left.count()).toBe(count - 1);
  }
  await page.getByRole('button', { name: m.start_using() }).click();
  await page.waitForURL(/\/partnerships\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
