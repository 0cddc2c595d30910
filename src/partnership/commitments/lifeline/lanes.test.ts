import { expect, test } from 'vitest';
import { shortened } from './lanes.ts';

test('a long title is cut between words, and an amount is never cut in two', () => {
  expect(shortened('Sammanställning till kommunstyrelsen', 30)).toBe('Sammanställning till…');
  expect(shortened('Utbetalning, 200\u00a0000\u00a0kr', 20)).toBe('Utbetalning…');
  expect(shortened('Delrapport', 10)).toBe('Delrapport');
});
