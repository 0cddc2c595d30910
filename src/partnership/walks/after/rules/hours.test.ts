import { expect, test } from 'vitest';
import { hoursOf } from '../../rules/hours.ts';
import { didWalk, halfHours, minutesWalked } from './hours.ts';

const walk = hoursOf('2026-11-20', '21:00', '00:30');
const check = (here: 'in' | 'out' | 'not', at: string) => ({ here, at: new Date(at) });

test('somebody whom no telephone checked in walked as long as the walk', () => {
  expect(minutesWalked(walk, [])).toBe(210);
  expect(minutesWalked(walk, [check('out', '2026-11-20T22:00:00Z')])).toBe(120);
});

test('somebody walked from when they first came until they last went', () => {
  expect(minutesWalked(walk, [check('in', '2026-11-20T20:30:00Z'), check('out', '2026-11-20T21:00:00Z'), check('in', '2026-11-20T21:15:00Z'), check('out', '2026-11-20T23:00:00Z')])).toBe(150);
});

test('a telephone whose clock is a year wrong makes nobody walk for a year', () => {
  expect(minutesWalked(walk, [check('in', '2025-11-20T20:00:00Z'), check('out', '2027-11-20T20:00:00Z')])).toBe(210 + 240);
  expect(minutesWalked(walk, [check('in', '2026-11-20T23:30:00Z'), check('out', '2026-11-20T20:00:00Z')])).toBe(0);
});

test('a walk over the change to winter time is an hour longer', () => {
  expect(minutesWalked(hoursOf('2026-10-24', '22:00', '04:00'), [])).toBe(420);
});

test('who somebody said did not come has not walked, unless they came after all', () => {
  expect([didWalk([]), didWalk([check('not', '2026-11-20T20:00:00Z')]), didWalk([check('not', '2026-11-20T20:00:00Z'), check('in', '2026-11-20T20:30:00Z')])]).toEqual([true, false, true]);
});

test('hours are told to the nearest half', () => {
  expect([0, 14, 15, 100, 210].map(halfHours)).toEqual([0, 0, 0.5, 1.5, 3.5]);
});
