import { expect, test } from 'vitest';
import { swedishBankingDays } from '#partnership/commitments';
import { reckonedOccasions } from './occasions.ts';

const isBankingDay = await swedishBankingDays();
const between = (start: string, end: string) => reckonedOccasions({ start, end }, isBankingDay);
const days = (start: string, end: string, kind: string) => between(start, end).filter((occasion) => occasion.kind === kind).map(({ period }) => [period.start, period.end]);

test('the nights of the year that can be reckoned are there without anybody entering them', () => {
  expect(between('2026-10-15', '2027-01-01').map(({ kind, period }) => [kind, period.start, period.end])).toEqual([
    ['payday', '2026-10-23', '2026-10-24'],
    ['halloween', '2026-10-31', '2026-10-31'],
    ['payday', '2026-11-27', '2026-11-28'],
    ['lucia', '2026-12-12', '2026-12-12'],
    ['payday', '2026-12-25', '2026-12-26'],
    ['new-year', '2026-12-31', '2026-12-31'],
  ]);
});

test('midsummer eve is the Friday that it is', () => {
  expect(days('2024-06-01', '2024-06-30', 'midsummer')).toEqual([['2024-06-21', '2024-06-21']]);
  expect(days('2026-06-01', '2026-06-30', 'midsummer')).toEqual([['2026-06-19', '2026-06-19']]);
  expect(days('2027-06-01', '2027-06-30', 'midsummer')).toEqual([['2027-06-25', '2027-06-25']]);
});

test('money comes on the banking day before, when the 25th is none', () => {
  // The 25th is a Saturday: paid on Friday the 24th, and the weekend is that one.
  expect(days('2026-07-01', '2026-07-31', 'payday')).toEqual([['2026-07-24', '2026-07-25']]);
  // The 25th is a Sunday: paid on Friday the 23rd, not the weekend after.
  expect(days('2026-10-01', '2026-10-31', 'payday')).toEqual([['2026-10-23', '2026-10-24']]);
  // Midsummer eve on Friday the 25th is no banking day: paid on Thursday.
  expect(days('2027-06-01', '2027-06-30', 'payday')).toEqual([['2027-06-25', '2027-06-26']]);
});

test('what begins before a period and lasts into it is of it', () => {
  expect(days('2026-11-28', '2026-11-30', 'payday')).toEqual([['2026-11-27', '2026-11-28']]);
  expect(days('2026-11-29', '2026-11-30', 'payday')).toEqual([]);
});
