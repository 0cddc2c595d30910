import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { isFreeDay, swedishHoliday } from './swedish-free-days.ts';

test('every public holiday the library knows for Sweden is a free day here, 2005 to 2060', () => {
  const sweden = new Holidays('SE');
  for (let year = 2005; year <= 2060; year++) {
    for (const holiday of sweden.getHolidays(year).filter(({ type }) => type === 'public')) {
      expect(swedishHoliday(holiday.date.slice(0, 10)), holiday.date).not.toBeNull();
    }
  }
});

test('nobody is paid on Midsummer Eve or on a Sunday', () => {
  expect(swedishHoliday('2025-06-20')).toBe('midsommarafton');
  expect(swedishHoliday('2025-12-07')).toBeNull();
  expect(isFreeDay('2025-12-07')).toBe(true);
});

test('the Monday after Whit Sunday is an ordinary working day', () => {
  expect(isFreeDay('2025-06-09')).toBe(false);
});
