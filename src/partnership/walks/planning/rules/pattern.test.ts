import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekday } from '#kernel/calendar-date.ts';
import type { Occasion, Pattern } from '../model.ts';
import { nightsOf, patternStands, seasonOf } from './pattern.ts';

const autumn: Pattern = {
  period: { start: '2026-10-01', end: '2026-11-30' },
  weekdays: [5, 6],
  breaks: 'keep',
  riskNights: 'keep',
  from: '21:00',
  to: '00:30',
  kind: 'night',
  areaIds: ['centrum'],
  areaWay: 'turn',
  groupIds: ['norr', 'söder'],
  leaders: 1,
  walkers: 4,
  smallest: 3,
};
const occasion = (kind: Occasion['kind'], start: string, end = start): Occasion => ({ id: null, kind, name: null, period: { start, end } });
const autumnBreak = occasion('school-break', '2026-10-26', '2026-10-30');
const halloween = occasion('halloween', '2026-10-31');
const season = (pattern: Partial<Pattern>, occasions: Occasion[] = [], more: { weights?: [string, number][]; without?: string[] } = {}) =>
  seasonOf({ ...autumn, ...pattern }, { occasions, weights: new Map(more.weights), without: more.without });
const no = (pattern: Partial<Pattern>) => {
  const outcome = patternStands({ ...autumn, ...pattern });
  return outcome.ok ? null : outcome.refusals[0]!.code;
};

test('a break can be left out, or walked every night of', () => {
  const fridays = { weekdays: [5] };
  const inBreak = (breaks: Pattern['breaks']) => nightsOf({ ...autumn, ...fridays, breaks }, [autumnBreak]).map(({ night }) => night).filter((night) => night >= '2026-10-24' && night <= '2026-10-31');
  expect(inBreak('keep')).toEqual(['2026-10-30']);
  expect(inBreak('skip')).toEqual([]);
  expect(inBreak('add')).toEqual(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']);
});

test('a risk night is added on whatever weekday it falls, once, and says that it was', () => {
  const nights = nightsOf({ ...autumn, weekdays: [4], riskNights: 'add' }, [halloween, occasion('payday', '2026-10-30', '2026-10-31'), autumnBreak]);
  expect(nights.filter(({ added }) => added).map(({ night }) => night)).toEqual(['2026-10-30', '2026-10-31']);
});

test('areas are walked in turn, or all of them every night', () => {
  const two = { areaIds: ['centrum', 'hamnen'], groupIds: [] };
  expect(season({ ...two, weekdays: [5] }).slice(0, 3).map(({ areaId }) => areaId)).toEqual(['centrum', 'hamnen', 'centrum']);
  expect(season({ ...two, weekdays: [5], areaWay: 'all' }).slice(0, 4).map(({ night, areaId }) => [night, areaId])).toEqual([
    ['2026-10-02', 'centrum'],
    ['2026-10-02', 'hamnen'],
    ['2026-10-09', 'centrum'],
    ['2026-10-09', 'hamnen'],
  ]);
});

test('a night that is left out does not take anybody\'s turn', () => {
  const all = season({});
  const without = season({}, [], { without: ['2026-10-02'] });
  expect(without).toHaveLength(all.length - 1);
  expect(without[0]).toMatchObject({ night: '2026-10-03', groupId: all[0]!.groupId });
});

test('a night when the clocks go back is an hour longer, and one when they go forward an hour shorter', () => {
  const hours = (start: string) => {
    const { starts, ends } = season({ period: { start, end: start }, weekdays: [6], from: '22:00', to: '04:00' })[0]!;
    return (ends.getTime() - starts.getTime()) / 3_600_000;
  };
  expect([hours('2026-10-24'), hours('2026-10-31'), hours('2027-03-27')]).toEqual([7, 6, 5]);
});

test('what cannot be walked is said before anything is planned', () => {
  expect(no({})).toBeNull();
  expect(no({ period: { start: '2026-11-01', end: '2026-10-01' } })).toBe('walks.season-ends-before-it-starts');
  expect(no({ period: { start: '2026-01-01', end: '2027-12-31' } })).toBe('walks.season-too-long');
  expect(no({ weekdays: [] })).toBe('walks.season-without-weekdays');
  expect(no({ from: '25:00' })).toBe('walks.hours-not-understood');
  expect(no({ to: '21:00' })).toBe('walks.hours-not-understood');
  expect(no({ areaIds: [] })).toBe('walks.season-without-area');
  expect(no({ walkers: NaN })).toBe('walks.places-not-understood');
  expect(no({ smallest: 6 })).toBe('walks.smallest-not-possible');
});

test('whatever the pattern: each night is in the period, on a weekday that was chosen, once for each area, and the groups share within one', () => {
  const pattern = fc.record({ days: fc.nat({ max: 200 }), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), areas: fc.integer({ min: 1, max: 3 }), groups: fc.nat({ max: 5 }), all: fc.boolean(), offset: fc.nat({ max: 700 }) });
  fc.assert(
    fc.property(pattern, ({ days, weekdays, areas, groups, all, offset }) => {
      const start = addDays('2026-01-01', offset);
      const end = addDays(start, days);
      const [areaIds, groupIds] = [areas, groups].map((count) => Array.from({ length: count }, (_, index) => String(index))) as [string[], string[]];
      const walks = season({ period: { start, end }, weekdays, areaIds, groupIds, areaWay: all ? 'all' : 'turn' });
      for (const { night, starts, ends } of walks) {
        expect(night >= start && night <= end && weekdays.includes(weekday(night))).toBe(true);
        expect([2.5, 3.5, 4.5]).toContain((ends.getTime() - starts.getTime()) / 3_600_000);
      }
      expect(new Set(walks.map(({ night, areaId }) => `${night} ${areaId}`)).size).toBe(walks.length);
      const counts = groupIds.map((id) => walks.filter(({ groupId }) => groupId === id).length);
      if (groups > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      else expect(walks.every(({ groupId }) => groupId === null)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
