import { expect, test } from 'vitest';
import { freshSettings } from '../../../tests/support/fresh-database.ts';
import { killedWhileWriting } from '../../../tests/support/killed-while-writing.ts';

// Twenty times with a thousand writes each: `npm run bench journal`.
test('a program killed in the middle of its writes has kept all it said it had, with a whole journal', { timeout: 120_000 }, async () => {
  const aftermath = await killedWhileWriting(await freshSettings(), { kills: 2, writes: 60 });
  expect(aftermath).toMatchObject({ kills: 2, lost: [], halves: 0, breaks: [] });
  expect(aftermath.acknowledged).toBeGreaterThan(1);
  expect(aftermath.entries).toBeGreaterThanOrEqual(aftermath.acknowledged);
});
