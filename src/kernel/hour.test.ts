import { expect, test } from 'vitest';
import { hourOf, tableHour, writtenHour } from './hour.ts';

const summer = new Date('2026-07-03T22:30:00Z');

test('an hour is written as the language writes it, by the clocks in Sweden', () => {
  expect(hourOf(summer, 'sv')).toBe('00.30');
  expect(hourOf(summer, 'en')).toBe('00:30');
  expect(hourOf(new Date('2026-12-03T20:00:00Z'), 'sv')).toBe('21.00');
  expect(writtenHour('04:00', 'sv')).toBe('04.00');
});

test('a spreadsheet gets what it understands as an hour', () => expect(tableHour(summer)).toBe('00:30'));
