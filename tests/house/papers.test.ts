import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { papers } from '../support/papers.ts';

test('papers made from code say what the code says', () => {
  for (const [file, text] of papers()) expect(readFileSync(file, 'utf8'), `${file} is stale: npm run papers`).toBe(text);
});
