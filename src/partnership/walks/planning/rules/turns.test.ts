import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnsOf } from './turns.ts';

const countOf = (turns: number[], index: number) => turns.filter((turn) => turn === index).length;

test('four groups share a hundred nights with twenty-five each, one after the other', () => {
  const turns = turnsOf([1, 1, 1, 1], 100);
  expect([0, 1, 2, 3].map((index) => countOf(turns, index))).toEqual([25, 25, 25, 25]);
  for (let night = 0; night < 100; night += 4) expect(new Set(turns.slice(night, night + 4)).size).toBe(4);
});

test('a group that has agreed on two nights for the others\' one has them', () => {
  const turns = turnsOf([2, 1, 1], 40);
  expect([0, 1, 2].map((index) => countOf(turns, index))).toEqual([20, 10, 10]);
});

test('whoever stops half-way through has had their part, within one night', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 }), fc.nat({ max: 120 }), (weights, count) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      fc.pre(total > 0);
      const turns = turnsOf(weights, count);
      expect(turns).toHaveLength(count);
      for (let night = 1; night <= count; night += 1)
        for (const [index, weight] of weights.entries()) expect(Math.abs(countOf(turns.slice(0, night), index) - (weight / total) * night)).toBeLessThan(1);
    }),
    { numRuns: 60 },
  );
});

test('nobody has a turn where nobody is to walk', () => {
  expect(turnsOf([], 3)).toEqual([]);
  expect(turnsOf([0, 0], 3)).toEqual([]);
});
