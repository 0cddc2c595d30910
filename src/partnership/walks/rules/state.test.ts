import { expect, test } from 'vitest';
import { hoursOf } from './hours.ts';
import { walkState } from './state.ts';

const walk = { ...hoursOf('2026-11-20', '21:00', '00:30'), cancelledAt: null, closedAt: null };
const at = (moment: string) => walkState(walk, new Date(moment));

test('a walk is planned, then under way, and when nobody closed it left open', () => {
  expect(at('2026-11-20T19:59:00Z')).toBe('planned');
  expect(at('2026-11-20T20:00:00Z')).toBe('under-way');
  expect(at('2026-11-21T02:30:00Z')).toBe('under-way');
  expect(at('2026-11-21T02:31:00Z')).toBe('left-open');
});

test('a walk that was closed is walked, and one that was cancelled is not, whatever the hour', () => {
  expect(walkState({ ...walk, closedAt: walk.ends }, walk.ends)).toBe('walked');
  expect(walkState({ ...walk, cancelledAt: walk.starts }, walk.ends)).toBe('cancelled');
});
