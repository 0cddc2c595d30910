import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { layDatabaseIn } from './migrated-folder.ts';
import { dataFolder, started } from './running-server.ts';
import { firstAdministrator, firstOfCast, type SessionCookie } from './signed-in.ts';

/**
 * A test with a server of its own for the file, and `open`, which gives a page in a fresh browser context each time, of
 * somebody who coordinates a municipality unless it is to be a visitor.
 * Whatever goes wrong in a page, a console error, an exception, a request that fails or an answer of 400 or above that
 * was not foreseen, fails the test, and so does a server that complains or does not end cleanly.
 */
export const test = base
  /** What the server of the file is started with. A story brings its own agreements, unless it says otherwise. */
  .extend('settings', { scope: 'file' }, { SAMPLES: 'no' } as Record<string, string>)
  .extend('server', { scope: 'file' }, async ({ settings }, { onCleanup }) => {
    const { folder, clear } = await dataFolder();
    if (settings.SAMPLES === 'no') await layDatabaseIn(folder);
    const server = await started({ ...settings, DATA_DIR: folder });
    onCleanup(async () => {
      const ended = await server.stop('SIGTERM');
      await clear();
      expect(ended).toEqual({ code: 0, errors: '' });
    });
    const session = settings.SAMPLES === 'no' ? firstAdministrator(await server.firstAdministrator) : firstOfCast(server.at);
    return { address: server.at, session: await session, firstAdministrator: server.firstAdministrator };
  })
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  /** Statuses of 400 and above that the story is about. */
  .extend('foreseen', () => new Set<number>())
  .extend('open', async ({ server, browser, foreseen }, { onCleanup }): Promise<(looking?: Looking) => Promise<Page>> => {
    const faults: string[] = [];
    const contexts: { close(): Promise<void> }[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
      expect(faults).toEqual([]);
    });
    return async (options = {}) => {
      const page = await pageOf({ browser, server, foreseen, faults }, options);
      contexts.push(page.context());
      return page;
    };
  });

/** Who looks, and how. */
type Looking = BrowserContextOptions & { as?: 'coordinator' | 'nobody' };

interface Around {
  browser: Browser;
  server: { address: string; session: SessionCookie };
  /** Statuses of 400 and above that are no fault. */
  foreseen: Set<number>;
  /** Where it is written what goes wrong in the page. */
  faults: string[];
}

/** A page in a browser context of its own, watched. */
export async function pageOf({ browser, server, foreseen, faults }: Around, { as = 'coordinator', ...options }: Looking): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address, locale: 'sv-SE', ...options });
  if (as === 'coordinator') await context.addCookies([{ ...server.session, url: server.address }]);
  // A busy machine takes its time over a page.
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  watch(page, { foreseen, faults, script: options.javaScriptEnabled !== false });
  return page;
}

/** The browser says of every answer of 400 and above that it failed to load; those are told by their status instead. */
const SAID_OF_A_STATUS = /^Failed to load resource: the server responded with a status of/;

function watch(page: Page, { foreseen, faults, script }: { foreseen: Set<number>; faults: string[]; script: boolean }): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !SAID_OF_A_STATUS.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => faults.push(`exception: ${fault.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // What a page was still fetching when it was left is no fault, nor what a browser without script fetches ahead and may not run.
    if (why === 'net::ERR_ABORTED' || (why === 'csp' && !script)) return;
    faults.push(`${request.method()} ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !foreseen.has(response.status())) faults.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
}
