import { expect, test } from 'vitest';
import type { Walk } from '../../model.ts';
import { hoursOf } from '../../rules/hours.ts';
import type { Walked } from '../model.ts';
import { daysOf, halfYearBefore, halfYearFrom, halfYearOf } from './half-year.ts';
import { exceptionsOf, isWalked, nightTerms } from './nights.ts';
import { statisticsOf } from './statistics.ts';

const walk = { ...hoursOf('2026-11-20', '21:00', '00:30'), closedAt: new Date('2026-11-20T23:40:00Z'), cancelledAt: null, smallest: 3, exceptionReason: null } as Walk;
const walked = { debriefed: true } as Walked;

test('an ordinary night has no exception, and each that is unusual says how', () => {
  expect(exceptionsOf(walk, walked, { walkers: 3, othersThatNight: false })).toEqual([]);
  expect(exceptionsOf({ ...walk, exceptionReason: 'Konsert' }, walked, { walkers: 2, othersThatNight: true })).toEqual(['two-areas', 'few-walkers']);
  expect(exceptionsOf(walk, { ...walked, debriefed: false }, { walkers: 3, othersThatNight: false })).toEqual(['not-talked-through']);
  expect(exceptionsOf({ ...walk, closedAt: null }, null, { walkers: 3, othersThatNight: false })).toEqual(['never-closed']);
});

test('a night that nobody closed can be confirmed when its time is over, and a cancelled one never', () => {
  const open = { ...walk, closedAt: null };
  expect([isWalked(walk, walk.ends), isWalked(open, walk.ends), isWalked(open, new Date('2026-11-21T09:00:00Z')), isWalked({ ...open, cancelledAt: walk.starts }, new Date('2026-11-21T09:00:00Z'))]).toEqual([true, false, true, false]);
});

test('a budget line for nights and the price of one say how many nights were agreed on', () => {
  const at = { factId: 'f', line: 3 };
  const price = { sek: 2_500, per: 'night', ...at };
  const line = { label: 'Vandringsnätter', sek: 250_000, kind: 'cost', ...at };
  expect(nightTerms({ amounts: [{ ...price, sek: 270_000, per: null }, price], budget: [{ ...line, label: 'Västar', sek: 5_000 }, line] })).toEqual({
    unitPrice: { ore: 250_000, ...at },
    budgetLine: { label: 'Vandringsnätter', ore: 25_000_000, ...at },
    agreedNights: 100,
  });
  expect(nightTerms({ amounts: [price], budget: [{ ...line, sek: 251_000 }] }).agreedNights).toBeNull();
  expect(nightTerms({ amounts: [], budget: [] })).toEqual({ unitPrice: null, budgetLine: null, agreedNights: null });
});

test('a half-year has its days, and another before it', () => {
  expect([halfYearOf('2026-06-30'), halfYearOf('2026-07-01'), halfYearBefore('2026-1'), halfYearBefore('2026-2')]).toEqual(['2026-1', '2026-2', '2025-2', '2026-1']);
  expect([halfYearFrom('2026-2'), halfYearFrom('2026-3'), halfYearFrom("2026-1'"), halfYearFrom(null)]).toEqual(['2026-2', null, null, null]);
  expect(daysOf('2026-2')).toEqual({ from: '2026-07-01', to: '2026-12-31' });
});

test('reports are told by the hour in Sweden and by the evening that the walk began on; hours after midnight come last', () => {
  const report = { area: 'Centrum', night: '2026-11-20', mood: 4 };
  const late = Array.from({ length: 6 }, () => ({ ...report, at: new Date('2026-11-20T23:15:00Z') }));
  const more = Array.from({ length: 7 }, () => ({ ...report, at: new Date('2026-11-20T20:05:00Z') }));
  const early = Array.from({ length: 12 }, () => ({ ...report, at: new Date('2026-11-20T20:59:00Z') }));
  const doubtful = { ...report, at: null };
  expect(statisticsOf([...late, ...early, doubtful])).toMatchObject({ table: { total: 15 }, weekdays: null, moods: null });
  expect(statisticsOf([...late, ...early, ...more, doubtful])).toEqual({
    areas: ['Centrum'],
    hours: [21, 0],
    table: { cells: [[20, 5]], rows: [25], columns: [20, 5], total: 25 },
    weekdays: [0, 0, 0, 0, 100, 0, 0],
    moods: [0, 0, 0, 100, 0],
  });
});
