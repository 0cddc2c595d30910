import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '#messages';
import { test as journey } from '../support/journey.ts';

/** WCAG 2.2 A and AA and what axe calls best practice. There is no list of exceptions, and there will be none. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * How each page is looked at: at the narrowest that counts, which is also 1280 at 400 % zoom, and as on a laptop; in each
 * theme; between the two languages every width has been seen in both themes.
 */
const LOOKS = {
  sv: [
    { width: 320, theme: 'dark' },
    { width: 1280, theme: 'light' },
  ],
  en: [
    { width: 320, theme: 'light' },
    { width: 1280, theme: 'dark' },
  ],
} as const;

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
  { name: 'what has happened in a partnership', path: ({ running }) => `/partnerships/${running}/journal` },
  { name: 'what one has done oneself', path: () => '/account/journal' },
  { name: 'what has been handed in', path: ({ running }) => `/partnerships/${running}/submissions` },
  { name: 'the beginning of a draft', path: ({ running }) => `/partnerships/${running}/submissions/new` },
  { name: 'a draft', path: ({ draft }) => draft },
  { name: 'the files of a draft', path: ({ draft }) => `${draft}/files` },
  { name: 'the page before handing in', path: ({ draft }) => `${draft}/hand-in` },
  { name: 'a receipt', path: ({ submission }) => submission },
  { name: 'the calendar', path: () => '/calendar' },
  { name: 'handing in', path: () => '/new' },
  { name: 'the beginning of an agreement', path: () => '/drafts/new' },
  { name: 'an agreement being written', path: ({ agreementDraft }) => agreementDraft },
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

const test = journey.extend('house', { scope: 'file' }, async ({ server, browser }): Promise<House> => {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
  await context.addCookies([{ ...server.session, url: server.address }]);
  const page = await context.newPage();
  const running = await handIn(page, 'tests/agreements/laxhjalp.md');
  await page.getByRole('button', { name: new RegExp(m.confirm_all_certain({ count: 0 }).replace('0', '\\d+')) }).click();
  const left = page.locator('.fact').getByRole('button', { name: new RegExp(`^${m.confirm()}`) });
  while ((await left.count()) > 0) await left.first().click();
  await page.getByRole('button', { name: m.start_using() }).click();
  await page.goto(`${await written(page, running)}/hand-in`);
  await page.getByRole('button', { name: m.hand_in(), exact: true }).click();
  const submission = new URL(page.url()).pathname;
  const draft = await written(page, running);
  const underReview = await handIn(page, 'tests/agreements/sprakcafe.txt');
  await page.goto('/drafts/new');
  await page.getByRole('button', { name: m.drafting_begin() }).click();
  await page.getByRole('link', { name: m.drafting_edit_text() }).first().click();
  const agreementDraft = new URL(page.url()).pathname + new URL(page.url()).search;
  await page.goto('/organisations');
  const organisation = (await page.locator('main a[href*="/organisations/"]').first().getAttribute('href'))!.split('/').at(-1)!;
  await context.close();
  return { running, underReview, draft, submission, organisation, agreementDraft };
});

for (const { name, path, status = 200, as } of PAGES) {
  for (const language of ['sv', 'en'] as const) {
    test(`${name} is for everyone, in ${language}`, async ({ open, foreseen, house }) => {
      if (status !== 200) foreseen.add(status);
      const page = await open({ as, locale: language === 'sv' ? 'sv-SE' : 'en-GB' });
      const address = language === 'sv' ? path(house) : `/en${path(house)}`.replace(/\/$/, '');
      expect((await page.goto(address))?.status()).toBe(status);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.title()).toMatch(/\S.* – Handslag$|^Handslag/);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      for (const { width, theme } of LOOKS[language]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await wider(page), `at ${width}`).toEqual([]);
        await page.locator('details').evaluateAll((folded) => folded.forEach((details) => details.setAttribute('open', '')));
        expect(await wider(page), `unfolded at ${width}`).toEqual([]);
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        expect(await faults(page), `${theme} at ${width}`).toEqual([]);
      }

      const plain = await open({ as, javaScriptEnabled: false });
      await plain.goto(address);
      expect(await plain.getByRole('heading', { level: 1 }).innerText()).toBe(await page.getByRole('heading', { level: 1 }).innerText());
    });
  }
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

/** What axe finds, as the rule and where. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
}

/** What sticks out to the right, where the page as a whole can be scrolled sideways. */
const wider = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return out.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')} ${element.textContent?.trim().slice(0, 40)}`).slice(0, 8);
  });
