import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { faults } from './axe.ts';
import { sticksOut } from './sticks-out.ts';

/** What somebody without script has before them, asked for in a browser with: nothing of it sticks out and axe finds nothing, narrow and wide, light and dark. */
export async function looksRight(open: (options: BrowserContextOptions & { as: 'nobody' }) => Promise<Page>, plain: Page): Promise<void> {
  const page = await open({ as: 'nobody', storageState: await plain.context().storageState() });
  await page.goto(plain.url().replace(/\?\/.*/, ''));
  for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await sticksOut(page), `at ${width}`).toEqual([]);
    expect(await faults(page)).toEqual([]);
  }
}
