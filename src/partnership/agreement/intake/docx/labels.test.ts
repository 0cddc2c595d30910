import { expect, test } from 'vitest';
import { Labels } from './labels.ts';
import type { Level, NumberedList } from './numbering.ts';
import { numeral } from './numeral.ts';

const level = (form: string, pattern: string, more: Partial<Level> = {}): Level => ({ start: 1, form, pattern, restart: null, isLegal: false, style: null, ...more });
const list = (counter: string, levels: Level[], overrides: [number, number][] = []): NumberedList => ({ counter, levels: new Map(levels.entries()), overrides: new Map(overrides) });
const labels = (lists: Record<string, NumberedList>) => new Labels(new Map(Object.entries(lists)));

const clauses = [level('decimal', '%1.'), level('decimal', '%1.%2'), level('lowerLetter', '%3)')];

test('clauses are numbered through their levels, and begin anew under a new clause', () => {
  const count = labels({ '1': list('a', clauses) });
  expect([0, 1, 1, 2, 2, 0, 1, 2].map((at) => count.next('1', at))).toEqual(['1.', '1.1', '1.2', 'a)', 'b)', '2.', '2.1', 'a)']);
});

test('a list that is broken off by a paragraph goes on', () => {
  const count = labels({ '1': list('a', [level('lowerLetter', '%1)')]) });
  expect([count.next('1', 0), count.next('1', 0), count.next('1', 0)]).toEqual(['a)', 'b)', 'c)']);
});

test('lists of the same kind count on from each other, unless one says to begin anew', () => {
  const letters = [level('lowerLetter', '%1)')];
  const count = labels({ '1': list('a', letters), '2': list('a', letters), '3': list('a', letters, [[0, 1]]) });
  expect([count.next('1', 0), count.next('2', 0), count.next('3', 0), count.next('3', 0)]).toEqual(['a)', 'b)', 'a)', 'b)']);
});

test('a list may begin at another number', () => {
  expect(labels({ '1': list('a', [level('decimal', '§ %1', { start: 3 })]) }).next('1', 0)).toBe('§ 3');
  expect(labels({ '1': list('a', [level('decimal', '%1.')], [[0, 7]]) }).next('1', 0)).toBe('7.');
});

test('a level that was passed over shows where it would begin', () => {
  expect(labels({ '1': list('a', clauses) }).next('1', 1)).toBe('1.1');
});

test('a level that never restarts counts on under the next clause', () => {
  const count = labels({ '1': list('a', [level('upperRoman', '%1.'), level('decimal', '%2.', { restart: 0 })]) });
  expect([0, 1, 1, 0, 1].map((at) => count.next('1', at))).toEqual(['I.', '1.', '2.', 'II.', '3.']);
});

test('legal numbering writes digits where the level above has letters', () => {
  const count = labels({ '1': list('a', [level('upperLetter', '%1'), level('decimal', '%1.%2', { isLegal: true })]) });
  expect([count.next('1', 0), count.next('1', 1)]).toEqual(['A', '1.1']);
});

test('any bullet is a hyphen, and a list that is not there gives nothing', () => {
  const count = labels({ '1': list('a', [level('bullet', '\uf0b7')]) });
  expect(count.next('1', 0)).toBe('-');
  expect(count.next('9', 0)).toBeNull();
});

test('numbers are written in every form a list asks for', () => {
  expect([1, 26, 27, 28].map((value) => numeral(value, 'lowerLetter'))).toEqual(['a', 'z', 'aa', 'bb']);
  expect([4, 9, 14].map((value) => numeral(value, 'lowerRoman'))).toEqual(['iv', 'ix', 'xiv']);
  expect([numeral(3, 'decimalZero'), numeral(2, 'upperLetter'), numeral(2, 'none')]).toEqual(['03', 'B', '']);
});
