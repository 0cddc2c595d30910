import { defineConfig } from 'vitest/config';

/** Files that touch SQL are named `….server.test.ts` and run twice: on PGlite and on real PostgreSQL. */
const onSql = ['src/**/*.server.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: ['src/**/*.test.ts', 'tests/**/*.test.ts'], exclude: [...onSql, 'tests/journeys/**'] } },
      { extends: true, test: { name: 'pglite', include: onSql, globalSetup: 'tests/support/pglite-snapshot.ts' } },
      { extends: true, test: { name: 'postgres', include: onSql, globalSetup: 'tests/support/postgres-server.ts' } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/support/browser.ts',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 45_000 } },
        },
      },
    ],
  },
});
