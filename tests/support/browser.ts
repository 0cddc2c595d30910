import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { installedBrowser } from './installed-browser.ts';
import { type BrowserProgram, packedBrowser } from './packed-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that this run's journeys are made in, or why there is none. */
    browser: BrowserProgram | { missing: string };
  }
}

/** Nothing that calls home, and nothing that a container or a machine without a screen lacks. */
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu', '--disable-sync', '--no-first-run'];

/** Finds the browser once for the run: an installed Chrome, Chromium or Edge, else the one from npm. */
export default function setup(project: TestProject): void {
  try {
    const installed = installedBrowser(process.env);
    project.provide('browser', installed ? { file: installed, environment: {} } : packedBrowser());
  } catch (fault) {
    // Told by each test that needs one, so that the rest of the run is not lost with it.
    project.provide('browser', { missing: `No browser. Install Chrome, Chromium or Edge, or set BROWSER_PATH.\n${fault}` });
  }
}

/** Starts the browser of this run, without a window. */
export function launchBrowser(): Promise<Browser> {
  const found = inject('browser');
  if ('missing' in found) throw new Error(found.missing);
  return chromium.launch({ executablePath: found.file, args: FLAGS, env: { ...process.env, ...found.environment } });
}
