import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST, type Told, told, toldShares, toldTable } from './small-numbers.ts';

const counts = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 5, max: 200 }));
const tables = fc.integer({ min: 1, max: 6 }).chain((width) => fc.array(fc.array(counts, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
const isSmall = (count: number) => count > 0 && count < LEAST;

/** The table with each hidden number replaced by another that would be hidden too. */
const withOtherSmall = (table: number[][], others: number[]): number[][] => {
  let at = 0;
  return table.map((row) => row.map((count) => (isSmall(count) ? others[at++ % others.length] : count)));
};
const others = fc.array(fc.integer({ min: 1, max: LEAST - 1 }), { minLength: 1, maxLength: 40 });
const flat = ({ cells, rows, columns, total }: ReturnType<typeof toldTable>): Told[] => [...cells.flat(), ...rows, ...columns, total];

test('whatever the hidden numbers are, the same table is told with the same sums: none can be found by subtraction', () => {
  fc.assert(fc.property(tables, others, (table, small) => void expect(toldTable(withOtherSmall(table, small))).toEqual(toldTable(table))));
});

test('whatever the hidden numbers are, the same shares are told', () => {
  fc.assert(fc.property(fc.array(counts, { minLength: 1, maxLength: 7 }), others, (row, small) => void expect(toldShares(withOtherSmall([row], small)[0])).toEqual(toldShares([row].flat()))));
});

test('a number below five is told nowhere, neither in a cell nor in a sum, and no other is told exactly', () => {
  fc.assert(fc.property(tables, (table) => void expect(flat(toldTable(table)).filter((one) => one !== 'few' && (one % LEAST !== 0 || (one > 0 && one < LEAST)))).toEqual([])));
});

test('shares say nothing that rounded counts would not: counts that are told alike have the same shares', () => {
  const other = (count: number, step: number): number => (told(count) === told(count + step) ? count + step : count);
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, fc.integer({ min: -2, max: 2 })), { minLength: 1, maxLength: 7 }), (row) => {
      expect(toldShares(row.map(([count, step]) => other(count, step)))).toEqual(toldShares(row.map(([count]) => count)));
    }),
  );
});

/** What a reader knows of a number by how it is told. */
const rangeOf = (one: Told): [least: number, most: number] => (one === 'few' ? [1, LEAST - 1] : one === 0 ? [0, 0] : [Math.max(LEAST, one - 2), one + 2]);

test('what is guaranteed of a table is not of tables together: two that are told can leave one number for what both hide', () => {
  const cells: Told[] = [told(7), told(7), told(4)];
  const [least] = rangeOf(told(18));
  const most = cells.slice(0, 2).reduce<number>((sum, one) => sum + rangeOf(one)[1], 0);
  // Whoever knew from another table that they were eighteen at the least could tell that the hidden number is four.
  expect([cells.at(-1), least - most]).toEqual(['few', 4]);
});

test('none is none, a few are few, and the rest are told to the nearest five', () => {
  expect([0, 1, 4, 5, 7, 8, 52].map(told)).toEqual([0, 'few', 'few', 5, 5, 10, 50]);
  expect(toldTable([[12, 3, 0], [9, 1, 2]])).toEqual({ cells: [[10, 'few', 0], [10, 'few', 'few']], rows: [15, 15], columns: [20, 5, 'few'], total: 30 });
  expect(toldShares([30, 10, 3, 0])).toEqual([75, 25, 'few', 0]);
});
