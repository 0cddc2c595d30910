import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameValue } from '#kernel/same-value.ts';
import type { EntryKind } from '../model.ts';
import { fold, standsAt } from './fold.ts';
import { type Sent, settlesWithoutRight } from './settling.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 11, 4, 20, minute)).toISOString();
const vests = (id: string, body: number, buildsOn: string[] = [], maySettle = false): Sent => ({ id, kind: 'vests-out', about: null, buildsOn, body, capturedAt: at(Number(id.slice(1))), maySettle });
const counting = (entries: Sent[]): Sent[] => {
  const aside = settlesWithoutRight(entries);
  return entries.filter(({ id }) => !aside.has(id));
};

/** Three vests, and two telephones that neither know of the other's change. */
const SPLIT = [vests('e0', 3), vests('e1', 4, ['e0']), vests('e2', 5, ['e0'])];

test('who may not settle leaves a conflict as it is, and who may settles it', () => {
  const said = (maySettle: boolean) => fold(counting([...SPLIT, vests('e3', 4, ['e1', 'e2'], maySettle)]));
  expect(said(false)).toMatchObject({ conflicts: [{ heads: ['e1', 'e2'] }], waiting: [], counts: { 'vests-out': { value: 5 } } });
  expect(said(true)).toMatchObject({ conflicts: [], counts: { 'vests-out': { value: 4 } } });
});

test('to build on two who say the same, or on a word and what took its place, settles nothing', () => {
  expect(settlesWithoutRight([vests('e1', 4), vests('e2', 4), vests('e3', 6, ['e1', 'e2'])])).toEqual(new Set());
  expect(settlesWithoutRight([vests('e1', 4), vests('e2', 5, ['e1']), vests('e3', 6, ['e1', 'e2'])])).toEqual(new Set());
  expect(settlesWithoutRight([...SPLIT, vests('e3', 4, ['e1', 'e2'], true), vests('e4', 7, ['e1', 'e2', 'e3'])])).toEqual(new Set());
});

test('what else an entry builds on is not what it chooses between', () => {
  const closed: Sent = { id: 'e9', kind: 'closed', about: null, buildsOn: ['e1', 'e2'], body: { talkedThrough: true }, capturedAt: at(9), maySettle: false };
  expect(settlesWithoutRight([...SPLIT, closed])).toEqual(new Set());
});

test('a telephone of somebody who may not settle changes what is shown, and lets the conflict stand', () => {
  const over = standsAt(SPLIT, { kind: 'vests-out', about: null }, { maySettle: false });
  expect(over).toEqual(['e2']);
  const changed = [...SPLIT, vests('e3', 6, over)];
  expect(settlesWithoutRight(changed)).toEqual(new Set());
  expect(fold(changed).conflicts.map(({ options }) => options.map(({ value }) => value))).toEqual([[4, 6]]);
});

/** Histories of two fields by telephones of which some may settle: each entry builds on some of those before it. */
const histories = fc
  .array(fc.record({ kind: fc.constantFrom<EntryKind>('vests-out', 'lamps-out'), value: fc.nat(2), on: fc.uniqueArray(fc.nat(24), { maxLength: 3 }), minute: fc.nat(59), maySettle: fc.boolean() }), { maxLength: 20 })
  .map((made) => made.map(({ kind, value, on, minute, maySettle }, index): Sent => ({ id: `e${index}`, kind, about: null, buildsOn: on.filter((base) => base < index).map((base) => `e${base}`), body: value, capturedAt: at(minute), maySettle })));

test('nobody without the right takes the place of two words that contradict each other, whatever came before', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const wrong = history.filter((entry, index) => {
        const before = counting(history.slice(0, index));
        const heads = new Set(standsAt(before, entry, { maySettle: true }));
        const chosenBetween = before.filter(({ id }) => heads.has(id) && entry.buildsOn.includes(id));
        const contradicts = chosenBetween.some(({ body }) => !sameValue(body, chosenBetween[0].body));
        const counts = counting(history.slice(0, index + 1)).includes(entry);
        return entry.maySettle ? !counts : contradicts && counts;
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('what is kept aside is the same in whatever order entries come, none is lost, and a night that everybody may settle comes to what fold says', () => {
  fc.assert(
    fc.property(histories.chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length }))), ([history, shuffled]) => {
      expect(settlesWithoutRight(shuffled)).toEqual(settlesWithoutRight(history));
      expect(fold(counting(shuffled))).toEqual(fold(counting(history)));
      expect(counting(history).length + settlesWithoutRight(history).size).toBe(history.length);
      expect(counting(history.map((entry) => ({ ...entry, maySettle: true })))).toHaveLength(history.length);
    }),
    { numRuns: 500 },
  );
});
