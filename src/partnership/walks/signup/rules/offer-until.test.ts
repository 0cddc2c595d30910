import { expect, test } from 'vitest';
import { offerUntil } from './offer-until.ts';

const until = (now: string) => offerUntil(new Date(now)).toISOString();

test('by day somebody has half an hour to answer', () => {
  expect(until('2026-12-05T12:00:00Z')).toBe('2026-12-05T12:30:00.000Z');
});

test('whoever is asked at night has until the morning', () => {
  expect(until('2026-12-05T20:30:00Z')).toBe('2026-12-06T07:30:00.000Z');
  expect(until('2026-12-06T02:00:00Z')).toBe('2026-12-06T07:30:00.000Z');
  expect(until('2026-12-06T06:59:00Z')).toBe('2026-12-06T07:30:00.000Z');
});

test('the morning is by the clock, also when summer time begins', () => {
  expect(until('2027-03-27T22:00:00Z')).toBe('2027-03-28T06:30:00.000Z');
});
