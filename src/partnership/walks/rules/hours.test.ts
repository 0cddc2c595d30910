import { expect, test } from 'vitest';
import { hoursOf } from './hours.ts';

const hours = ({ starts, ends }: { starts: Date; ends: Date }): number => (ends.getTime() - starts.getTime()) / 3_600_000;

test('a walk from nine to half past twelve ends the day after', () => {
  const walk = hoursOf('2026-11-21', '21:00', '00:30');
  expect(walk.starts.toISOString()).toBe('2026-11-21T20:00:00.000Z');
  expect(walk.ends.toISOString()).toBe('2026-11-21T23:30:00.000Z');
});

test('a walk by day ends the same day', () => {
  expect(hours(hoursOf('2026-11-21', '12:00', '15:00'))).toBe(3);
});

test('a walk over the change to summer time is an hour shorter, and over the change back an hour longer', () => {
  expect(hours(hoursOf('2026-03-28', '22:00', '04:00'))).toBe(5);
  expect(hours(hoursOf('2026-10-24', '22:00', '04:00'))).toBe(7);
});
