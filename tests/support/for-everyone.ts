import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faults } from './axe.ts';
import { sticksOut } from './sticks-out.ts';

/** The narrowest that counts, which is also 1280 at 400 % zoom, and a laptop. Nothing may stick out of either, in either language. */
const WIDTHS = [320, 1280];

/**
 * How axe looks at a page in each language: at one width in one theme, and in the other language at the other width in the
 * other theme; the next page the other way round. The rules look at colours by theme and at targets by width.
 */
const lookAt = (language: 'sv' | 'en', page: number): { width: number; theme: 'dark' | 'light' } =>
  (language === 'sv') === (page % 2 === 0) ? { width: 320, theme: 'dark' } : { width: 1280, theme: 'light' };

interface Looked {
  path: string;
  /** The how manieth page that is looked at. */
  index: number;
  status?: number;
  languages?: readonly ('sv' | 'en')[];
}

/** A page in both languages: it answers so, its heading is there without script, nothing sticks out, folded or not, and axe finds nothing. */
export async function isForEveryone(page: Page, { path, index, status = 200, languages = ['sv', 'en'] }: Looked): Promise<void> {
  for (const language of languages) {
    const address = language === 'sv' ? path : `/en${path}`.replace(/\/$/, '');
    const look = lookAt(language, index);
    await page.emulateMedia({ colorScheme: look.theme });
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(status);
    expect(await headingOf(page, await answer!.text()), 'without script').toBe(await page.getByRole('heading', { level: 1 }).textContent());
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.title()).toMatch(/\S.* – Handslag$|^Handslag/);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await sticksOut(page), `${language} at ${width}`).toEqual([]);
      await page.locator('details').evaluateAll((folded) => folded.forEach((details) => details.setAttribute('open', '')));
      expect(await sticksOut(page), `${language} unfolded at ${width}`).toEqual([]);
      if (width === look.width) expect(await faults(page), `${language}, ${look.theme} at ${width}`).toEqual([]);
    }
  }
}

/** The first heading of a page as it was sent, before any script. */
const headingOf = (page: Page, html: string): Promise<string | null | undefined> =>
  page.evaluate((sent) => new DOMParser().parseFromString(sent, 'text/html').querySelector('h1')?.textContent, html);
