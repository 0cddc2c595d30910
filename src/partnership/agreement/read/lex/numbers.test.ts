import { expect, test } from 'vitest';
import { numbersIn } from './numbers.ts';

const values = (text: string) => numbersIn(text).map((number) => number.value);

test('numbers are read in figures and in words', () => {
  expect(values('ca. 70 personer och minst två utbildningar')).toEqual([70, 2]);
  expect(values('tjugofem ungdomar av 1 200')).toEqual([25, 1200]);
  expect(values('tvåhundrafemtiotusen')).toEqual([250000]);
});

test('an article is no number', () => {
  expect(values('en grupp och ett möte')).toEqual([]);
});

test('about seventy and forty per cent say so', () => {
  expect(numbersIn('ca. 70 personer')[0]).toMatchObject({ approx: true, percent: false });
  expect(numbersIn('minst 40 % kvinnor')[0]).toMatchObject({ value: 40, percent: true });
});
