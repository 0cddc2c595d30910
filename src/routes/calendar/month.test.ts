import { expect, test } from 'vitest';
import { monthFrom, monthNamed, monthOf, weeksOf } from './month.ts';

test('a month in an address is a month, and nothing else is', () => {
  expect(monthNamed('2028-02')).toEqual({ start: '2028-02-01', end: '2028-02-29' });
  expect(monthNamed('2028-13')).toBeNull();
  expect(monthNamed('december')).toBeNull();
  expect(monthNamed(null)).toBeNull();
});

test('the month before January is December of the year before', () => {
  expect(monthFrom(monthOf('2027-01-15'), -1)).toBe('2026-12');
});

test('every day of a month stands once, under its weekday and its week', () => {
  const weeks = weeksOf(monthOf('2026-12-05'));
  expect(weeks.map(({ number }) => number)).toEqual([49, 50, 51, 52, 53]);
  expect(weeks[0].days).toEqual([null, '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']);
  expect(weeks.flatMap(({ days }) => days).filter(Boolean)).toHaveLength(31);
});
