import { expect, test } from 'vitest';
import { factWords } from './fact-words.ts';

const step = (what: string) => ({ date: '2026-09-30', precision: 'day', derived: false, what, source: { start: 0, end: 1, line: 1 } });

test('a step towards an extension that is all the agreement says of it is told by its day alone', () => {
  const text = 'Frågan om förlängning tas upp senast den 30 september 2026.';
  expect(factWords('extension', { text, steps: [step(text)] }).note).toBe('30 september 2026');
  expect(factWords('extension', { text, steps: [step('Samtal')] }).note).toBe('30 september 2026: Samtal');
});
