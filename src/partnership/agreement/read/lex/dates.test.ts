import { expect, test } from 'vitest';
import { rangesIn } from './date-ranges.ts';
import { datesIn, firstDay, lastDay } from './dates.ts';

const days = (text: string): string[] => datesIn(text).map((date) => (firstDay(date) === lastDay(date) ? `${firstDay(date)}` : `${firstDay(date)}/${lastDay(date)}`));

test.each([
  ['den 1 mars 2024', '2024-03-01'], ['2025-02-01', '2025-02-01'], ['2025–02–01', '2025-02-01'], ['20250201', '2025-02-01'], ['31.12.2024', '2024-12-31'], ['1/3 2024', '2024-03-01'], ['31/12-2024', '2024-12-31'],
  ['den förste mars 2024', '2024-03-01'], ['sista maj 2022', '2022-05-31'], ['den siste februari 2024', '2024-02-29'], ['15 sept. 2024', '2024-09-15'], ['vecka 12 2025', '2025-03-17/2025-03-23'],
  ['i mars 2023', '2023-03-01/2023-03-31'], ['december månad 2022', '2022-12-01/2022-12-31'], ['utgången av november 2020', '2020-11-01/2020-11-30'], ['kvartal 1 2025', '2025-01-01/2025-03-31'], ['första kvartalet 2024', '2024-01-01/2024-03-31'], ['andra halvåret 2025', '2025-07-01/2025-12-31'],
])('%s is read', (text, day) => expect(days(text)).toEqual([day]));

test('dates in a row share the year that one of them has', () => {
  expect(days('den 15 jan, 15 maj och 15 sept 2024')).toEqual(['2024-01-15', '2024-05-15', '2024-09-15']);
  expect(days('1 september till 31 mars 2024')).toEqual(['2023-09-01', '2024-03-31']);
  expect(days('15 december 2024 och 31 januari')).toEqual(['2024-12-15', '2025-01-31']);
  expect(days('den 1 och 15 mars 2025')).toEqual(['2025-03-01', '2025-03-15']);
});

test('a date without a year has none, and its day and month are kept', () => {
  expect(datesIn('den 9:e juni, respektive 7:e december').map(({ year, month, day }) => [year, month, day])).toEqual([[null, 6, 9], [null, 12, 7]]);
});

test('a date that was begun and left blank is incomplete', () => {
  expect(datesIn('Ekmora 2025-12-').map(({ incomplete, precision }) => [incomplete, precision])).toEqual([[true, 'month']]);
  expect(datesIn('2025-XX-XX')[0]!.incomplete).toBe(true);
});

test.each(['212000-0951', '070-123 45 67', 'lag (2023:196)', '1 250 000 kr', '2/3 av deltagarna', '§ 3', '31 juni 2025', 'Maj Andersson', '534 80 Ekmora', 'kl. 18.30'])('%s is no date', (text) => expect(datesIn(text)).toEqual([]));

test.each(['2025-02-01 – 2025-12-31', '1 februari till 31 december 2025', '250201-251231', 'från och med den 1 februari 2025 till och med den 31 december 2025', 'fr.o.m. 2025-02-01 t.o.m. 2025-12-31', '2025-02-01--2025-12-31', 'mellan den 1 februari 2025 och den 31 december 2025', '1/2 2025 - 31/12 2025'])('%s is from one day to another', (text) =>
  expect(rangesIn(text).map(({ from, to }) => [firstDay(from), lastDay(to)])).toEqual([['2025-02-01', '2025-12-31']]));
