import { expect, test } from 'vitest';
import type { Duty, Timing } from '#pure/commitments';
import { dutyTitle, machineDay, nearnessOf, quoteOf, remarkOf, whenOf } from './duty-words.ts';
import { byNearness } from './groups.ts';

const TODAY = '2026-11-21';
const duty = (timing: Timing, more: Partial<Duty> = {}): Duty => ({
  key: 'k', kind: 'report', subject: 'wording', title: 'delrapport.', wording: null, owner: null, ore: null, ordinal: null, outside: null, timing,
  source: { factId: 'f', span: { start: 0, end: 10, line: 3 }, sentence: null }, ...more,
});
const on = (date: string, precision: 'day' | 'month' | 'year' = 'day'): Timing => ({ type: 'on', date, precision, basis: 'said', shiftedFrom: null });
const shown = (timing: Timing, state: 'coming' | 'waiting' | 'soon' | 'late' = 'coming') => ({ id: 'd', duty: duty(timing), state });

test('a day is a day, a month is a month and a window ends before its last day', () => {
  expect(whenOf(shown(on('2026-12-05')), TODAY)).toBe('lör 5 dec');
  expect(whenOf(shown(on('2026-12-31', 'month')), TODAY)).toBe('i december');
  expect(whenOf(shown(on('2027-03-31', 'month')), TODAY)).toBe('mars 2027');
  expect(whenOf(shown({ type: 'within', from: '2026-11-01', to: '2026-11-30' }), TODAY)).toBe('i november');
  expect(whenOf(shown({ type: 'within', from: '2026-10-01', to: '2026-11-30' }), TODAY)).toBe('senast 30 nov');
  expect(whenOf(shown({ type: 'unsaid' }), TODAY)).toBe('–');
});

test('machines are told no more than is known', () => {
  expect(machineDay(duty(on('2026-12-31', 'month')))).toBe('2026-12');
  expect(machineDay(duty({ type: 'unsaid' }))).toBeUndefined();
});

test('a payment that may be made from a day on is never told to be late', () => {
  const ready = { id: 'd', state: 'soon' as const, dueBy: '2026-11-10', duty: duty({ type: 'awaits', event: 'signed_by_all', duty: null, metOn: '2026-11-10', date: null, precision: null }) };
  expect(nearnessOf(ready, TODAY)).toBe('kan göras nu');
  expect(nearnessOf(shown(on('2026-11-17'), 'late'), TODAY)).toBe('4 dagar sen');
});

test('a title begins with a capital and does not end with a full stop', () => {
  expect(dutyTitle(duty(on('2026-12-05')))).toBe('Delrapport');
});

test("the agreement's words are not said twice", () => {
  const said = (sentence: string) => quoteOf(duty(on('2026-12-05'), { source: { factId: 'f', span: { start: 0, end: 10, line: 3 }, sentence } }));
  expect(said('Delrapport.')).toBe('');
  expect(said('Föreningen lämnar en\ndelrapport.')).toBe('Föreningen lämnar en delrapport.');
  expect(said('2 2026-12-01 900 000')).toBe('');
  expect(said('ord '.repeat(80)).length).toBeLessThan(175);
});

test('what waits says what for, what was moved says from where', () => {
  expect(remarkOf(shown({ type: 'unsaid' }, 'waiting'))).toBe('Avtalet säger inte när.');
  expect(remarkOf({ state: 'coming', duty: duty({ type: 'on', date: '2026-12-07', precision: 'day', basis: 'said', shiftedFrom: '2026-12-05' }) })).toBe('Flyttad från 5 december 2026 till en bankdag.');
});

test('duties are parted by how near they are, and empty parts are left out', () => {
  const rows = [{ state: 'late', dueBy: '2026-11-10' }, { state: 'soon', dueBy: '2026-11-28' }, { state: 'coming', dueBy: '2027-01-01' }];
  expect(byNearness(rows, TODAY).map(({ key, rows }) => [key, rows.length])).toEqual([['late', 1], ['week', 1], ['later', 1]]);
});
