import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, EntryKind } from '../model.ts';
import { fold, standsAt } from './fold.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 11, 4, 20, minute)).toISOString();
let made = 0;
const entry = (kind: EntryKind, body: unknown, more: Partial<Entry> = {}): Entry => ({ id: `e${(made += 1)}`, kind, about: null, buildsOn: [], body, capturedAt: at(made % 60), ...more }) as Entry;

const report = { meetingPointId: null, kinds: ['talk'], young: '6-15', mood: 4, deeds: ['talked'], contacts: ['none'], injury: false, foundToPolice: false, note: null, noteKept: false };

test('what is counted twice is counted once, in whatever order it comes', () => {
  const [out, changed] = [entry('vests-out', 4), entry('vests-out', 5)];
  const history = [out, { ...changed, buildsOn: [out.id] }];
  const expected = fold(history);
  expect(expected.counts['vests-out']?.value).toBe(5);
  expect(fold([...history].reverse().flatMap((each) => [each, each]))).toEqual(expected);
});

test('a change waits until what it builds on has come', () => {
  const [first, second] = [entry('lamps-out', 2), entry('lamps-out', 3)];
  const later = { ...second, buildsOn: [first.id] };
  expect(fold([later])).toMatchObject({ counts: {}, waiting: [later.id] });
  expect(fold([later, first])).toMatchObject({ counts: { 'lamps-out': { value: 3 } }, waiting: [] });
});

test('entries that build on each other in a ring never count', () => {
  const [a, b] = [entry('started', true), entry('started', true)];
  expect(fold([{ ...a, buildsOn: [b.id] }, { ...b, buildsOn: [a.id] }]).waiting).toHaveLength(2);
});

test('two telephones that change the same field to different words leave the choice to a person', () => {
  const [base, one, other] = [entry('vests-out', 3), entry('vests-out', 4), entry('vests-out', 5)];
  const split = [base, { ...one, buildsOn: [base.id] }, { ...other, buildsOn: [base.id] }];
  const [conflict] = fold(split).conflicts;
  expect(conflict.options.map(({ value }) => value)).toEqual([4, 5]);
  const settled = [...split, entry('vests-out', 4, { buildsOn: standsAt(split, { kind: 'vests-out', about: null }, { maySettle: true }) })];
  expect(fold(settled)).toMatchObject({ conflicts: [], counts: { 'vests-out': { value: 4 } } });
});

test('two telephones that say the same do not contradict each other, and the first time stands', () => {
  const [one, other] = [entry('here', 'in', { about: 's1', capturedAt: at(5) }), entry('here', 'in', { about: 's1', capturedAt: at(9) })];
  expect(fold([other, one])).toMatchObject({ conflicts: [], here: { s1: { value: 'in', at: at(5) } } });
});

test('a report that has been taken back is gone, and one that was changed stands as changed', () => {
  const first = entry('report', report, { about: 'r1' });
  const changed = entry('report', { ...report, mood: 1 }, { about: 'r1', buildsOn: [first.id] });
  expect(fold([changed, first]).reports).toMatchObject([{ id: 'r1', report: { mood: 1 } }]);
  expect(fold([first, changed, entry('report', null, { about: 'r1', buildsOn: [changed.id] })])).toMatchObject({ reports: [], takenBack: ['r1'] });
});

/** Histories of a few fields on a few telephones: each entry builds on some of those before it, or on something that never came. */
const histories = fc.array(fc.record({ kind: fc.constantFrom('here', 'vests-out', 'started', 'report', 'closed'), value: fc.nat(2), about: fc.constantFrom('a', 'b'), on: fc.array(fc.nat(30), { maxLength: 2 }), minute: fc.nat(59) }), { maxLength: 25 }).map((made) =>
  made.map(({ kind, value, about, on, minute }, index): Entry => {
    const body = kind === 'here' ? ['in', 'out', 'not'][value] : kind === 'vests-out' ? value : kind === 'started' ? true : kind === 'closed' ? { talkedThrough: value > 0 } : value === 0 ? null : { ...report, mood: value };
    return { id: `e${index}`, kind, about: kind === 'here' || kind === 'report' ? about : null, buildsOn: on.filter((base) => base < index || base > 27).map((base) => `e${base}`), body, capturedAt: at(minute) } as Entry;
  }),
);

test('whatever the network does to them, the same entries come to the same', () => {
  fc.assert(
    fc.property(
      histories.chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray([...history, ...history], { minLength: 0 }))),
      ([history, repeated]) => {
        expect(fold([...repeated, ...history].reverse())).toEqual(fold(history));
      },
    ),
    { numRuns: 500 },
  );
});

test('what builds on nothing counts, and what builds on something that has not come waits', () => {
  for (const history of fc.sample(histories, 200)) {
    const waiting = new Set(fold(history).waiting);
    const there = new Set(history.map(({ id }) => id));
    const wrong = history.filter(({ id, buildsOn }) => (buildsOn.length === 0 && waiting.has(id)) || (buildsOn.some((base) => !there.has(base)) && !waiting.has(id)));
    expect(wrong).toEqual([]);
  }
});
