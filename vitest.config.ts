import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Files that touch SQL are named `….server.test.ts` and run twice: on PGlite and on real PostgreSQL. */
const onSql = ['src/**/*.server.test.ts'];

/** Files of a project share what they have imported: bringing the house in anew for each took a fifth of the time. Each leaves it as it was. */
const together = { isolate: false };

/** Scripts for telephones are made when the program is built, and run in the journeys. Elsewhere it is enough that they have an address. */
const phoneScriptsUnmade = { name: 'phone-scripts-unmade', resolveId: (id: string) => (id.startsWith('phone:') ? `\0${id}` : undefined), load: (id: string) => (id.startsWith('\0phone:') ? 'export default ""' : undefined) };

export default defineConfig({
  plugins: [phoneScriptsUnmade],
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    // Half of what a test does is waiting: for a program to start, a browser, a job. The same number everywhere, or Vitest
    // would do one project after the other.
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      { extends: true, test: { name: 'pure', ...together, include: ['src/**/*.test.ts', 'tests/**/*.test.ts'], exclude: [...onSql, 'tests/journeys/**'] } },
      { extends: true, test: { name: 'pglite', ...together, include: onSql, globalSetup: 'tests/support/migrated-folder.ts' } },
      { extends: true, test: { name: 'postgres', ...together, include: onSql, globalSetup: 'tests/support/postgres-server.ts' } },
      {
        extends: true,
        test: {
          name: 'journeys',
          ...together,
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/browser.ts', 'tests/support/migrated-folder.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 45_000 } },
        },
      },
    ],
  },
});
