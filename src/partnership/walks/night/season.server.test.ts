import { expect, test } from 'vitest';
import { stoppedClock } from '#platform/clock.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { walkSeason } from '../../../../tests/support/season.ts';

test('a season through a network that drops, repeats and reorders loses no report and counts none twice', async () => {
  const { reports, repeated, dropped, differences } = await walkSeason(await freshHouse(stoppedClock('2026-12-31')), { groups: 8, walks: 40, reportsPerWalk: 10, atOnce: 4 });
  expect(differences).toEqual([]);
  expect(reports).toBe(400);
  expect(Math.min(repeated, dropped)).toBeGreaterThan(0);
}, 120_000);
