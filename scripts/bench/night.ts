import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { installedBrowser } from '../../tests/support/installed-browser.ts';
import { layNight, type NightUnderWay } from '../../tests/support/night-server.ts';
import { median, type Row, row } from './measure.ts';
import { startServer } from './server.ts';

/** Bytes a second and milliseconds of slow 3G. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const RUNS = 5;

/** How soon somebody in the street can use the night's page, and what it weighs. */
export async function benchNight(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-bench-'));
  const night = await layNight(folder);
  const server = await startServer(folder, { SAMPLES: 'no' });
  const browser = await chromium.launch({ executablePath: installedBrowser(process.env) ?? undefined, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const telephone = () => known(browser, server.address, night);
    await usable(await telephone(), night, 'fast');
    return [
      row('usable on slow 3G, nothing kept', await timesOf(async () => usable(await telephone(), night, 'slow')), 'ms', 3_000, 'limit 3 s'),
      await withoutNetwork(await telephone(), night),
      await weight(await telephone(), night),
    ];
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

/** The median of a few times, in milliseconds; a browser takes no warming up. */
async function timesOf(open: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = performance.now();
    await open();
    times.push(performance.now() - before);
  }
  return median(times);
}

async function known(browser: Browser, address: string, { keys }: NightUnderWay): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, locale: 'sv-SE', viewport: { width: 360, height: 740 } });
  await context.addCookies([{ name: 'handslag-walker', value: keys.bo, url: address }]);
  return context;
}

/** Opens the page and waits until somebody can check in. */
async function usable(context: BrowserContext, { walkId }: NightUnderWay, network: 'fast' | 'slow'): Promise<void> {
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  if (network === 'slow') await chrome.send('Network.emulateNetworkConditions', SLOW);
  await page.goto(`/night/${walkId}`, { waitUntil: 'commit' });
  await page.locator('.crew button').first().waitFor();
  if (network === 'slow') await context.close();
}

async function withoutNetwork(context: BrowserContext, night: NightUnderWay): Promise<Row> {
  await usable(context, night, 'fast');
  await context.pages()[0].locator('.sending .quietly').nth(1).waitFor();
  await context.setOffline(true);
  return row('usable without network, from what the telephone has kept', await timesOf(() => usable(context, night, 'fast')), 'ms', 1_000, 'limit 1 s');
}

/** All script of the page over the wire, its worker too. */
async function weight(context: BrowserContext, { walkId }: NightUnderWay): Promise<Row> {
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  await chrome.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  chrome.on('Network.responseReceived', ({ requestId, response }) => response.url.includes('.js') && scripts.add(requestId));
  chrome.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => (bytes += scripts.has(requestId) ? encodedDataLength : 0));
  await page.goto(`/night/${walkId}`);
  await page.locator('.sending .quietly').nth(1).waitFor();
  const worker = await context.request.get('/night/worker.js', { headers: { 'accept-encoding': 'br, gzip' } });
  const packed = Number(worker.headers()['content-length'] ?? (await worker.body()).length);
  return row('script of the page and its worker', (bytes + packed) / 1_000, 'kB', 40, 'limit 40 kB');
}
