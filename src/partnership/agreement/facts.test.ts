import { expect, test } from 'vitest';
import { smallReading } from '../../../tests/support/readings.ts';
import { factsOf, readingFrom } from './facts.ts';
import { readingSchema } from './model.ts';

test('a reading taken apart and put together again is the same reading', () => {
  const reading = smallReading();
  expect(readingFrom(factsOf(reading))).toEqual(reading);
  expect(() => readingSchema.parse(reading)).not.toThrow();
});

test('a fact keeps its place in the text beside its value, not in it', () => {
  const [party] = factsOf(smallReading());
  expect(party.span).toEqual({ start: 0, end: 13, line: 1 });
  expect(party.value).not.toHaveProperty('source');
});
