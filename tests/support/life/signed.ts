import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { send } from '../forms.ts';
import { BEGINS, OURS, type Sides, THEIRS } from './sides.ts';

/** The organisation asks for a yes from its board before anybody signs for it. */
export async function requireBoard(page: Page, draft: string, organisation: string): Promise<void> {
  await page.goto(`${draft}/approvals`);
  await page.locator('section', { has: page.getByRole('heading', { name: organisation, exact: true }) }).getByRole('link', { name: m.approval_path_change() }).click();
  await send(page, 'add', { step: 'board', body: 'Styrelsen' });
}

/** The draft is named as a version, and each side records its board's yes to that. */
export async function approved({ ours, theirs }: Sides, draft: string, name: string): Promise<void> {
  await ours.goto(`${draft}/versions`);
  await send(ours, 'name', { name });
  for (const page of [ours, theirs]) {
    await page.goto(`${draft}/approvals`);
    await send(page, 'record', { decidedOn: BEGINS, paragraph: '§ 4' });
  }
  expect(await theirs.locator('.lead').innerText()).toBe(m.approvals_ready());
}

/** Both are named as signatories, it is sent out, and they sign in turn; meanwhile something may be looked at. */
export async function signed({ ours, theirs }: Sides, draft: string, title: string, whileOut = async () => {}): Promise<void> {
  await ours.goto(`${draft}/signing`);
  await send(ours, 'begin');
  for (const [index, name] of [OURS, THEIRS].entries()) {
    const organisationId = (await ours.locator('#organisationId option').nth(index).getAttribute('value'))!;
    await send(ours, 'add', { organisationId, name, email: addressOf(name), mandateSource: 'Delegationsordningen 4.2', mandateDate: '2024-11-12' });
  }
  await send(ours, 'send');
  expect(await ours.getByRole('heading', { level: 1 }).innerText()).toBe(m.signing_heading_open({ signed: 0, all: 2 }));
  await whileOut();
  for (const [page, name] of [[ours, OURS], [theirs, THEIRS]] as const) {
    await page.goto('/outbox');
    await page.goto((await page.locator('section', { hasText: addressOf(name) }).filter({ hasText: title }).first().locator('a[href*="/sign/enter"]').getAttribute('href'))!);
    await send(page, 'sign', { hasRead: 'yes' });
  }
  expect(await theirs.getByRole('heading', { level: 1 }).innerText()).toBe(m.sign_heading_sealed());
}

const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@example.se`;
