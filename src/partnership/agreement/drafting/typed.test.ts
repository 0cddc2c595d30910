import { expect, test } from 'vitest';
import { typedValue } from './typed.ts';

const value = (kind: Parameters<typeof typedValue>[0]['kind'], typed: string) => {
  const outcome = typedValue({ kind, slug: 'f' }, typed);
  return outcome.ok ? outcome.value : outcome.refusals[0].code;
};

test('days, sums, months and shares are understood as Swedes type them', () => {
  expect(['2027-03-01', ' den 1 mars 2027', '1 mars 2027', '1/3 2027', ''].map((typed) => value('date', typed))).toEqual([...Array(4).fill('2027-03-01'), null]);
  expect(['250 000', '250\u00a0000 kr', '250.000', '250 tkr', '250000:-'].map((typed) => value('amount', typed))).toEqual(Array(5).fill(250_000));
  expect(['3', 'tre', '3 mån', 'Tre månader'].map((typed) => value('months', typed))).toEqual(Array(4).fill(3));
  expect(['2/3', '40 %', '40%'].map((typed) => value('share', typed))).toEqual(['2/3', '40 %', '40%']);
  expect(value('number', '2,5')).toBe(2.5);
  expect(value('text', '  två\r\n ord ')).toBe('två ord');
});

test('what is not understood is said so in a way that helps, and never guessed', () => {
  expect(['31 juni 2027', '2027-02-30', 'i mars', '1 mars', '1 mars 2027 eller 2 mars 2027', 'snart'].map((typed) => value('date', typed))).toEqual(Array(6).fill('agreement.date-not-understood'));
  expect(['många', '-5', '1,50', '1e5', '12 34'].map((typed) => value('amount', typed))).toEqual(Array(5).fill('agreement.number-not-understood'));
  expect(['0', 'några', '500'].map((typed) => value('months', typed))).toEqual(Array(3).fill('agreement.months-not-understood'));
  expect(value('share', 'hälften')).toBe('agreement.share-not-understood');
  expect(value('text', 'x'.repeat(2_001))).toBe('agreement.field-too-long');
});
