import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test as journey } from '../support/journey.ts';

/** The people of the samples: a coordinator, and an association's manager. */
const test = journey.extend('settings', { scope: 'file' }, { SAMPLES: 'yes' } as Record<string, string>);

test('two sides negotiate in turn, with forms alone: share, propose, decline, propose again, accept, comment, approve', async ({ open, foreseen }) => {
  foreseen.add(422).add(409);
  const theirs = await open({ as: 'nobody', javaScriptEnabled: false });
  await theirs.goto('/sign-in');
  await theirs.getByRole('button', { name: m.sign_in_as({ name: 'Jonas Lundvall' }) }).click();
  await theirs.goto('/drafts/new');
  const association = await theirs.locator('#own option').first().innerText();

  const ours = await open();
  await ours.goto('/drafts/new');
  await ours.getByRole('radio', { name: new RegExp(m.template_without_money()) }).check();
  await ours.getByLabel(m.drafting_title(), { exact: true }).fill('Nattfotboll');
  await ours.getByLabel(m.drafting_other(), { exact: true }).selectOption({ label: association });
  await ours.getByRole('button', { name: m.drafting_begin() }).click();
  await ours.getByRole('link', { name: m.negotiation_part(), exact: true }).click();
  await leadIs(ours, m.negotiation_not_shared());
  const place = ours.url();
  await ours.getByRole('button', { name: m.negotiation_share_do() }).click();
  await ours.getByRole('status').getByText(m.negotiation_done_shared()).waitFor();

  const propose = async (reason: string) => {
    await theirs.goto(place);
    await theirs.getByRole('link', { name: 'Tvister' }).click();
    const form = theirs.locator('form[action="?/change"]');
    const body = form.getByLabel(m.drafting_body(), { exact: true });
    await body.fill(`Parterna talar först med varandra. ${await body.inputValue()}`);
    await form.getByLabel(m.proposal_why(), { exact: true }).fill(reason);
    await form.getByRole('button').click();
  };
  const isProposed = () => theirs.getByRole('status').getByText(m.negotiation_done_proposed()).waitFor();
  await propose('Ring oss på 070-174 06 06.');
  await theirs.getByRole('alert').getByText(m.refusal_people_free_text_has_phone_number()).waitFor();
  await propose('Det brukar räcka.');
  await isProposed();

  await ours.goto(place);
  await leadIs(ours, m.negotiation_waits_for_you({ count: 1 }));
  const proposal = ours.locator('.proposal').first();
  expect(await proposal.locator('ins').innerText()).toContain('Parterna talar först med varandra.');
  await proposal.getByRole('button', { name: new RegExp(`^${m.proposal_decline()}`) }).click();
  await ours.getByRole('alert').getByText(m.refusal_agreement_decline_with_reason()).waitFor();
  await proposal.getByLabel(m.proposal_why_not(), { exact: true }).fill('Säg det i ett eget avsnitt.');
  await proposal.getByRole('button', { name: new RegExp(`^${m.proposal_decline()}`) }).click();
  await ours.getByRole('status').getByText(m.negotiation_done_declined()).waitFor();

  await theirs.goto(place);
  await theirs.getByText('Säg det i ett eget avsnitt.').waitFor();
  await propose('Det hör ihop med resten.');
  await isProposed();
  await ours.goto(place);
  await ours.locator('#ours').getByRole('button', { name: new RegExp(`^${m.proposal_accept()}`) }).click();
  await ours.getByRole('status').getByText(m.negotiation_done_accepted()).waitFor();
  await theirs.goto(place.replace('/negotiation', ''));
  await theirs.getByText('Parterna talar först med varandra.').waitFor();

  // What is said openly is answered; what is noted internally stays on its side.
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

  // Both sides ask for an approval, of the same version, and record it.
  await name(theirs, place, 'Första');
  for (const [page, body] of [[ours, 'Kommunstyrelsen'], [theirs, 'Föreningens styrelse']] as const) {
    await page.goto(place.replace('/negotiation', '/approvals'));
    await page.getByRole('link', { name: m.approval_path_change() }).first().click();
    await page.getByLabel(m.approval_step_kind(), { exact: true }).selectOption('board');
    await page.getByLabel(m.approval_step_body(), { exact: true }).fill(body);
    await page.getByRole('button', { name: m.approval_path_save() }).click();
    await page.getByRole('heading', { level: 1, name: m.approval_path_asks({ count: 1 }) }).waitFor();
  }
  for (const page of [ours, theirs]) {
    await page.goto(place.replace('/negotiation', '/approvals'));
    await page.getByLabel(m.approval_day(), { exact: true }).fill('2026-01-12');
    await page.getByLabel(m.approval_paragraph(), { exact: true }).fill('§ 4');
    await page.getByRole('button', { name: new RegExp(`^${m.approval_record()}`) }).click();
    await page.getByRole('status').getByText(m.approval_saved()).waitFor();
  }
  await ours.reload();
  expect(await ours.locator('.approval form[action^="?/record"]').count()).toBe(0);
  // The template's blanks are left to fill in, and are said by name.
  await ours.locator('#left li').first().waitFor();

  await propose('Ett ord till.');
  await isProposed();
  await ours.goto(place);
  await ours.locator('#ours').getByRole('button', { name: new RegExp(`^${m.proposal_accept()}`) }).click();
  await ours.goto(place.replace('/negotiation', '/versions'));
  await leadIs(ours, m.versions_changed({ number: 1 }));
  await ours.getByRole('link', { name: new RegExp(`^${m.version_compare_now()}`) }).click();
  await leadIs(ours, m.compare_counts({ added: 5, removed: 0, moved: 0, values: 0 }));
  expect(await ours.locator('.redline ins').innerText()).toContain('Parterna talar först med varandra.');
});

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel(m.comment_label(), { exact: true }).fill(words);
  await page.getByRole('button', { name: m.comment_do() }).click();
  await page.getByRole('status').getByText(m.negotiation_done_said()).waitFor();
}

async function name(page: Page, place: string, words: string): Promise<void> {
  await page.goto(place.replace('/negotiation', '/versions'));
  await page.getByLabel(m.version_name(), { exact: true }).fill(words);
  await page.getByRole('button', { name: m.version_save() }).click();
  await page.getByRole('status').getByText(m.version_saved()).waitFor();
}

const leadIs = (page: Page, words: string) => expect.poll(() => page.locator('.lead').first().innerText()).toBe(words);
