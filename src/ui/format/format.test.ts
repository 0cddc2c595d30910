import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '#locale';
import { dayAndMonth, dayOfMoment, dayToDay, monthDay, monthTick, shortDay, shortWeekdays, weekdayAndDay } from './day.ts';
import { inWords } from './in-words.ts';
import { unbrokenAmounts } from './unbroken.ts';
import { week } from './week.ts';
import { listed } from './list.ts';
import { nearness, timeLeft } from './nearness.ts';
import { number } from './number.ts';

test('amounts in agreement words stay on one line, and nothing else does', () => {
  const shown = (words: string) => unbrokenAmounts(words).replaceAll('\u00a0', '_');
  expect(shown('Kommunen betalar 8 000 kr och 1 250 000 kronor')).toBe('Kommunen betalar 8_000_kr och 1_250_000_kronor');
  expect(shown('275 tkr, 1,5 mkr och 30 % av 12 500 Kr')).toBe('275_tkr, 1,5_mkr och 30_% av 12_500_Kr');
  expect(shown('den 1 mars 2024 300 kg, 12 kronofogdar, 2 0000')).toBe('den 1 mars 2024 300 kg, 12 kronofogdar, 2 0000');
});

const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');

describe('in Swedish', () => {
  beforeEach(() => overwriteGetLocale(() => 'sv'));

  test('days are written as in a Swedish letter', () => {
    expect(weekdayAndDay('2026-12-05')).toBe('lördag 5 december 2026');
    expect(week('2026-12-05')).toBe('vecka 49');
    expect(shortDay('2026-12-05', '2026')).toBe('lör 5 dec');
    expect(shortDay('2027-01-31', '2026')).toBe('31 jan 2027');
    expect(monthDay('2026-11-30', '2026')).toBe('30 nov');
    expect(dayAndMonth('2026-12-05')).toBe('5 december');
    expect(shortWeekdays()).toEqual(['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön']);
  });

  test('a period says its year once where it can', () => {
    expect(dayToDay('2025-02-01', '2025-12-31')).toBe('1 feb – 31 dec 2025');
    expect(dayToDay('2025-11-01', '2026-12-31')).toBe('1 nov 2025 – 31 dec 2026');
  });

  test('a moment late in the evening is the day it is in Sweden', () => {
    expect(dayOfMoment(new Date('2026-06-30T22:30:00Z'))).toBe('1 juli 2026');
  });

  test('an axis writes the year where it begins', () => {
    expect(monthTick('2026-12-01', false)).toBe('dec');
    expect(monthTick('2027-01-01', true)).toBe('2027');
  });

  test('nearness is told in the unit people would use', () => {
    const from = (date: string) => nearness(date, '2025-11-14');
    expect(['2025-11-13', '2025-11-14', '2025-11-15', '2025-11-17'].map(from)).toEqual(['en dag sen', 'i dag', 'i morgon', 'om 3 dagar']);
    expect(['2025-12-31', '2026-01-31', '2026-07-14', '2025-11-10'].map(from)).toEqual(['om 47 dagar', 'om 11 veckor', 'om 8 månader', '4 dagar sen']);
    expect(['2028-11-13', '2029-01-31', '2020-01-31'].map(from)).toEqual(['om 36 månader', 'om 3 år', '6 år sen']);
  });

  test('the last day of a term is a day that is left', () => {
    expect(timeLeft('2025-12-31', '2025-12-31')).toBe('en dag kvar');
    expect(timeLeft('2025-12-31', '2026-01-01')).toBe('tiden är ute');
  });

  test('small numbers are words, large ones figures', () => {
    expect([0, 1, 12, 13].map(inWords)).toEqual(['noll', 'en', 'tolv', '13']);
    expect(plain(number(1250.5))).toBe('1 250,5');
    expect(listed(['kommunen', 'Läsrummet', 'Fyren'])).toBe('kommunen, Läsrummet och Fyren');
  });
});

describe('in English', () => {
  beforeEach(() => overwriteGetLocale(() => 'en'));
  afterEach(() => overwriteGetLocale(() => 'sv'));

  test('days, numbers and lists are English', () => {
    expect(weekdayAndDay('2026-12-05')).toBe('Saturday 5 December 2026');
    expect(week('2026-12-05')).toBe('week 49');
    expect(number(1250.5)).toBe('1,250.5');
    expect(listed(['the municipality', 'Läsrummet'])).toBe('the municipality and Läsrummet');
    expect(nearness('2025-11-10', '2025-11-14')).toBe('4 days late');
  });
});
