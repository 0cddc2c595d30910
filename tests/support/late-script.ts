import type { Page } from 'playwright-core';

/** Lets every script of the page come half a second late, as on a poor line: what is typed meanwhile must stay. */
export async function scriptComesLate(page: Page): Promise<void> {
  await page.route('**/*.js', async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
}
