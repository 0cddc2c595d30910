import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { send } from '../forms.ts';
import { looksRight } from '../looks-right.ts';
import { LEFT_EMPTY } from './from-a-template.ts';
import { BEGINS, type Open, type Sides } from './sides.ts';

/** Two sides negotiate in turn, with forms alone: share, propose, decline, propose again, accept, comment, approve. */
export async function negotiatedAtLength({ ours, theirs }: Sides, draft: string, open: Open): Promise<void> {
  const place = `${draft}/negotiation`;
  await ours.goto(draft);
  await ours.getByRole('link', { name: m.negotiation_part(), exact: true }).click();
  await leadIs(ours, m.negotiation_not_shared());
  await ours.getByRole('button', { name: m.negotiation_share_do() }).click();
  await ours.getByRole('status').getByText(m.negotiation_done_shared()).waitFor();

  await propose(theirs, place, 'Ring oss på 070-174 06 06.');
  await theirs.getByRole('alert').getByText(m.refusal_people_free_text_has_phone_number()).waitFor();
  await proposed(theirs, place, 'Det brukar räcka.');
  await declined(ours, place, open);
  await theirs.goto(place);
  await theirs.getByText('Säg det i ett eget avsnitt.').waitFor();
  await proposed(theirs, place, 'Det hör ihop med resten.');
  await accepted(ours, place);
  await theirs.goto(draft);
  await theirs.getByText('Parterna talar först med varandra.').waitFor();

  await talked({ ours, theirs }, place);
  await approvedWithBlanks({ ours, theirs }, draft, open);
  await proposed(theirs, place, 'Ett ord till.');
  await accepted(ours, place);
  await ours.goto(`${draft}/versions`);
  await leadIs(ours, m.versions_changed({ number: 1 }));
  await ours.getByRole('link', { name: new RegExp(`^${m.version_compare_now()}`) }).click();
  await leadIs(ours, m.compare_counts({ added: 5, removed: 0, moved: 0, values: 0 }));
  expect(await ours.locator('.redline ins').innerText()).toContain('Parterna talar först med varandra.');

  await theirs.goto(place);
  await theirs.locator('#clauses').getByRole('link', { name: LEFT_EMPTY.clause, exact: true }).click();
  await send(theirs, 'fields', { [`field-${LEFT_EMPTY.slug}`]: LEFT_EMPTY.value, reason: 'I god tid före slutet.' });
  await accepted(ours, place);
}

async function propose(page: Page, place: string, reason: string): Promise<void> {
  await page.goto(place);
  await page.getByRole('link', { name: 'Tvister' }).click();
  const form = page.locator('form[action="?/change"]');
  const body = form.getByLabel(m.drafting_body(), { exact: true });
  await body.evaluate((node) => node.closest('details')!.setAttribute('open', ''));
  await body.fill(`Parterna talar först med varandra. ${await body.inputValue()}`);
  await form.getByLabel(m.proposal_why(), { exact: true }).fill(reason);
  await form.getByRole('button').click();
}

async function proposed(page: Page, place: string, reason: string): Promise<void> {
  await propose(page, place, reason);
  await page.getByRole('status').getByText(m.negotiation_done_proposed()).waitFor();
}

/** A proposal waits for an answer; no to it is said with a reason, or not at all. */
async function declined(page: Page, place: string, open: Open): Promise<void> {
  await page.goto(place);
  await leadIs(page, m.negotiation_waits_for_you({ count: 1 }));
  await looksRight(open, page);
  const proposal = page.locator('.proposal').first();
  expect(await proposal.locator('ins').innerText()).toContain('Parterna talar först med varandra.');
  const decline = proposal.getByRole('button', { name: new RegExp(`^${m.proposal_decline()}`) });
  await decline.click();
  await page.getByRole('alert').getByText(m.refusal_agreement_decline_with_reason()).waitFor();
  await proposal.getByLabel(m.proposal_why_not(), { exact: true }).fill('Säg det i ett eget avsnitt.');
  await decline.click();
  await page.getByRole('status').getByText(m.negotiation_done_declined()).waitFor();
}

async function accepted(page: Page, place: string): Promise<void> {
  await page.goto(place);
  await page.locator('#ours').getByRole('button', { name: new RegExp(`^${m.proposal_accept()}`) }).click();
  await page.getByRole('status').getByText(m.negotiation_done_accepted()).waitFor();
}

/** What is said openly is answered; what is noted internally stays on its side. */
async function talked({ ours, theirs }: Sides, place: string): Promise<void> {
  await theirs.goto(`${place}/whole`);
  await say(theirs, 'När ska vi skriva under?');
  await ours.goto(`${place}/whole`);
  await ours.getByText(m.comment_answer(), { exact: true }).click();
  await ours.getByLabel(m.comment_answer_label(), { exact: true }).fill('När styrelserna har sagt ja.');
  await ours.getByRole('button', { name: m.comment_answer_do() }).click();
  await ours.getByRole('checkbox').check();
  await say(ours, 'Vi kan gå med på ett år till.');
  await ours.getByText('Vi kan gå med på ett år till.').waitFor();
  for (const page of [place, `${place}/whole`]) {
    await theirs.goto(page);
    await theirs.getByText('När styrelserna har sagt ja.').waitFor();
    expect(await theirs.content()).not.toContain('ett år till');
  }
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel(m.comment_label(), { exact: true }).fill(words);
  await page.getByRole('button', { name: m.comment_do() }).click();
  await page.getByRole('status').getByText(m.negotiation_done_said()).waitFor();
}

/** Both sides ask for an approval, of the same version, and record it; what the draft still lacks is said by name. */
async function approvedWithBlanks({ ours, theirs }: Sides, draft: string, open: Open): Promise<void> {
  await theirs.goto(`${draft}/versions`);
  await theirs.getByLabel(m.version_name(), { exact: true }).fill('Första');
  await theirs.getByRole('button', { name: m.version_save() }).click();
  await theirs.getByRole('status').getByText(m.version_saved()).waitFor();
  for (const [page, body] of [[ours, 'Kommunstyrelsen'], [theirs, 'Föreningens styrelse']] as const) {
    await page.goto(`${draft}/approvals`);
    await page.getByRole('link', { name: m.approval_path_change() }).first().click();
    await page.getByLabel(m.approval_step_kind(), { exact: true }).selectOption('board');
    await page.getByLabel(m.approval_step_body(), { exact: true }).fill(body);
    await page.getByRole('button', { name: m.approval_path_save() }).click();
    await page.getByRole('heading', { level: 1, name: m.approval_path_asks({ count: 1 }) }).waitFor();
  }
  for (const page of [ours, theirs]) {
    await page.goto(`${draft}/approvals`);
    if (page === theirs) await looksRight(open, page);
    await page.getByLabel(m.approval_day(), { exact: true }).fill(BEGINS);
    await page.getByLabel(m.approval_paragraph(), { exact: true }).fill('§ 4');
    await page.getByRole('button', { name: new RegExp(`^${m.approval_record()}`) }).click();
    await page.getByRole('status').getByText(m.approval_saved()).waitFor();
  }
  await ours.reload();
  expect(await ours.locator('.approval form[action^="?/record"]').count()).toBe(0);
  await ours.locator('#left li').first().waitFor();
}

const leadIs = (page: Page, words: string) => expect.poll(() => page.locator('.lead').first().innerText()).toBe(words);
