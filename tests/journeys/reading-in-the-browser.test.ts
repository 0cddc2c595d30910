import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Reading, readAndCheck } from 'handslag/agreement';
import { launchBrowser } from '../support/browser.ts';

const MODULE = 'dist/agreement.js';
const text = readFileSync('samples/hej-granby.md', 'utf8');

test('the published reader reads and checks the same in a browser as here', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) =>
      route.request().url().endsWith('.js') ? route.fulfill({ path: MODULE, contentType: 'text/javascript' }) : route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
    );
    await page.goto('http://forening.example.se/');
    // A string, so that no tool here rewrites the import that the browser is to make.
    const there = (await page.evaluate(`import('/agreement.js').then(({ readAndCheck }) => readAndCheck(${JSON.stringify(text)}))`)) as Reading;
    expect(there.parties.length).toBeGreaterThan(1);
    expect(there).toEqual(readAndCheck(text));
  } finally {
    await browser.close();
  }
});

test('the published reader needs nothing of Node', () => {
  expect(readFileSync(MODULE, 'utf8')).not.toMatch(/from ["'](?:node:|fs|path|crypto)/);
});
