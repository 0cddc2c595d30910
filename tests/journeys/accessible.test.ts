import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { isForEveryone } from '../support/for-everyone.ts';
import { send } from '../support/forms.ts';
import { test as journey, pageOf } from '../support/journey.ts';
import { runningPartnership } from '../support/running-partnership.ts';

/** What the paths below stand on. */
interface House {
  running: string;
  underReview: string;
  /** Under the running one. */
  draft: string;
  submission: string;
  organisation: string;
  /** One that is being written, with a clause's text open. */
  agreementDraft: string;
  /** One that is negotiated, with a proposal, a comment and a version. */
  negotiated: string;
  assessment: string;
}

/** Every kind of page. */
const PAGES: { name: string; path: (house: House) => string; status?: number; as?: 'nobody' }[] = [
  { name: 'the welcome', path: () => '/', as: 'nobody' },
  { name: 'checking a signed file', path: () => '/validate', as: 'nobody' },
  { name: 'whoever vouches for signatures', path: () => '/signing-authority', as: 'nobody' },
  { name: 'signing in', path: () => '/sign-in', as: 'nobody' },
  { name: 'a link that was sent', path: () => '/sign-in/sent', as: 'nobody' },
  { name: 'a link that is spent', path: () => '/sign-in/link?token=spent', as: 'nobody' },
  { name: 'a stranger', path: () => '/sign-in/not-invited', as: 'nobody' },
  { name: 'a stronger sign-in', path: () => '/sign-in/stronger' },
  { name: 'one’s account', path: () => '/account' },
  { name: 'the first administrator’s link, spent', path: () => '/first-administrator?token=spent', as: 'nobody' },
  { name: 'an invitation that is spent', path: () => '/invitation?secret=spent', as: 'nobody' },
  { name: 'the start', path: () => '/' },
  { name: 'the partnerships', path: () => '/partnerships' },
  { name: 'a partnership', path: ({ running }) => `/partnerships/${running}` },
  { name: 'an agreement under review', path: ({ underReview }) => `/partnerships/${underReview}/agreement` },
  { name: 'an agreement in use', path: ({ running }) => `/partnerships/${running}/agreement` },
  { name: 'how an agreement changes and ends', path: ({ running }) => `/partnerships/${running}/life` },
  { name: 'the beginning of an amendment', path: ({ running }) => `/partnerships/${running}/amendments/new` },
  { name: 'what has happened in a partnership', path: ({ running }) => `/partnerships/${running}/journal` },
  { name: 'what one has done oneself', path: () => '/account/journal' },
  { name: 'what has been handed in', path: ({ running }) => `/partnerships/${running}/submissions` },
  { name: 'the beginning of a draft', path: ({ running }) => `/partnerships/${running}/submissions/new` },
  { name: 'a draft', path: ({ draft }) => draft },
  { name: 'the files of a draft', path: ({ draft }) => `${draft}/files` },
  { name: 'the question before a draft is thrown away', path: ({ draft }) => `${draft}/discard` },
  { name: 'the page before handing in', path: ({ draft }) => `${draft}/hand-in` },
  { name: 'a receipt', path: ({ submission }) => submission },
  { name: 'the assessments', path: () => '/assessments' },
  { name: 'an assessment', path: ({ assessment }) => assessment },
  { name: 'an organisation’s own questions', path: () => '/assessments/criteria' },
  { name: 'the calendar', path: () => '/calendar' },
  { name: 'handing in', path: () => '/new' },
  { name: 'the beginning of an agreement', path: () => '/drafts/new' },
  { name: 'an agreement being written', path: ({ agreementDraft }) => agreementDraft },
  { name: 'the drafts', path: () => '/drafts' },
  { name: 'a negotiation', path: ({ negotiated }) => `${negotiated}/negotiation` },
  { name: 'what is said of a whole draft', path: ({ negotiated }) => `${negotiated}/negotiation/whole` },
  { name: 'a draft’s versions', path: ({ negotiated }) => `${negotiated}/versions` },
  { name: 'two versions beside each other', path: ({ negotiated }) => `${negotiated}/versions/1/compare/now` },
  { name: 'a draft’s approvals', path: ({ negotiated }) => `${negotiated}/approvals` },
  { name: 'the reminders', path: () => '/account/reminders' },
  { name: 'the calendar subscription', path: ({ running }) => `/account/feeds?partnership=${running}` },
  { name: 'the outbox', path: () => '/outbox' },
  { name: 'the style guide', path: () => '/styleguide' },
  { name: 'the statement on accessibility', path: () => '/accessibility' },
  { name: 'what is stored about oneself', path: () => '/account/data' },
  { name: 'what an organisation has decided on disposal', path: ({ organisation }) => `/organisations/${organisation}/retention` },
  { name: 'the words on privacy', path: () => '/privacy' },
  { name: 'a page that is not there', path: () => '/nowhere', status: 404 },
];

/** One page for each who looks: a browser context of its own for every page takes longer than the looking. */
const watched = journey.extend('visitors', { scope: 'file' }, async ({ server, browser }, { onCleanup }) => {
  const [foreseen, faults] = [new Set<number>(), [] as string[]];
  const [coordinator, nobody] = await Promise.all((['coordinator', 'nobody'] as const).map((as) => pageOf({ browser, server, foreseen, faults }, { as, reducedMotion: 'reduce' })));
  onCleanup(async () => {
    for (const page of [coordinator, nobody]) await page.context().close();
  });
  return { coordinator, nobody, foreseen, faults };
});

const test = watched.extend('house', { scope: 'file' }, async ({ server, browser }): Promise<House> => {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
  await context.addCookies([{ ...server.session, url: server.address }]);
  const page = await context.newPage();
  const running = (await runningPartnership(page, readFileSync('tests/agreements/laxhjalp.md', 'utf8'))).split('/').at(-1)!;
  await page.goto(`${await written(page, running)}/hand-in`);
  await page.getByRole('button', { name: m.hand_in(), exact: true }).click();
  const submission = new URL(page.url()).pathname;
  const draft = await written(page, running);
  const underReview = await handIn(page, 'tests/agreements/sprakcafe.txt');
  await page.goto('/drafts/new');
  await page.getByRole('button', { name: m.drafting_begin() }).click();
  await page.getByRole('link', { name: m.drafting_edit_text() }).first().click();
  const agreementDraft = new URL(page.url()).pathname + new URL(page.url()).search;
  const negotiated = await negotiatedDraft(page);
  await page.goto('/organisations');
  const organisation = (await page.locator('main a[href*="/organisations/"]').first().getAttribute('href'))!.split('/').at(-1)!;
  const assessment = await assessed(page);
  await context.close();
  return { running, underReview, draft, submission, organisation, agreementDraft, negotiated, assessment };
});

/** Shares a draft, proposes and says something in it, and names a version of it; gives its address. */
async function negotiatedDraft(page: Page): Promise<string> {
  await page.goto('/drafts/new');
  await send(page, 'begin', { title: 'Nattfotboll' });
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}/negotiation`);
  const known = await page.locator('#organisation option').nth(1).getAttribute('value');
  await send(page, 'share', { organisation: known! });
  await page.goto(`${draft}/versions`);
  await send(page, 'name', { name: 'Första' });
  await page.goto(`${draft}/negotiation/whole`);
  await send(page, 'comment', { text: 'När ska vi skriva under?' });
  await page.goto(`${draft}/negotiation/whole`);
  await send(page, 'add', { heading: 'Försäkring', body: 'Föreningen försäkrar sina volontärer.', reason: 'Det saknas.' });
  return draft;
}

/** Begins an assessment with a warning sign and aid in the ledger, and gives its address. */
async function assessed(page: Page): Promise<string> {
  await page.goto('/assessments');
  const fields = { title: 'Läxhjälp', description: 'Föreningen får uppdraget mot 500 kr per timme exklusive moms.', recipient: 'Lyktan', orgNumber: '802998-3411', planned: '250 000', rate: '11,2345', rateOn: '2026-01-15' };
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('main').getByRole('button', { name: m.assessment_begin() }).click();
  const address = new URL(page.url()).pathname;
  const aid = page.locator('form[action="?/grant"]');
  await aid.locator('xpath=ancestor::details/summary').click();
  for (const [name, value] of Object.entries({ what: 'Bidrag till kafé', grantedOn: '2026-01-15', ore: '110 000', rate: '11', rateOn: '2026-01-15' })) await aid.locator(`[name="${name}"]`).fill(value);
  await aid.getByRole('button').click();
  return address;
}

for (const [index, { name, path, status = 200, as = 'coordinator' }] of PAGES.entries()) {
  test(`${name} is for everyone, in both languages`, async ({ visitors, house }) => {
    const { [as]: page, foreseen, faults: wrong } = visitors;
    foreseen.clear();
    if (status !== 200) foreseen.add(status);
    await isForEveryone(page, { path: path(house), index, status });
    expect(wrong.splice(0)).toEqual([]);
  });
}

async function handIn(page: Page, file: string): Promise<string> {
  await page.goto('/new');
  await page.getByLabel(m.new_paste(), { exact: true }).fill(readFileSync(file, 'utf8'));
  await page.getByRole('button', { name: m.new_read() }).click();
  await page.getByRole('heading', { level: 1, name: m.is_this_right() }).waitFor();
  return /partnerships\/([^/]+)/.exec(page.url())![1];
}

/** Writes a report with a file; gives the path of its draft. */
async function written(page: Page, partnership: string): Promise<string> {
  await page.goto(`/partnerships/${partnership}/submissions/new`);
  await page.getByLabel(m.draft_title(), { exact: true }).fill('Delrapport för hösten');
  await page.getByLabel(m.draft_body(), { exact: true }).fill('Läxhjälpen har haft öppet 40 kvällar.\n\n# Siffror\n\n- 12 barn om kvällen\n- 3 ledare');
  await page.getByRole('button', { name: m.draft_save_and_files() }).click();
  await page.getByLabel(m.files_choose()).setInputFiles({ name: 'närvaro och en del annat som tar plats i en lista.csv', mimeType: 'text/csv', buffer: Buffer.from('datum;antal') });
  await page.getByRole('button', { name: m.files_attach() }).click();
  await page.getByRole('button', { name: m.files_remove() }).waitFor();
  return new URL(page.url()).pathname.replace(/\/files$/, '');
}
