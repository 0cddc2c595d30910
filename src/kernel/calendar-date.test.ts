import { expect, test } from 'vitest';
import { addMonths, calendarDate, isCalendarDate, lastDayOfMonth, monthsCovered, weekday, weekNumber } from './calendar-date.ts';

test('a day the calendar does not have is no date', () => {
  expect(calendarDate(2025, 6, 31)).toBeNull();
  expect(calendarDate(2025, 2, 29)).toBeNull();
  expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
  expect(isCalendarDate('2025-13-01')).toBe(false);
});

test('months move to the last day where a month is shorter', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2025-12-31', -2)).toBe('2025-10-31');
  expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
});

test('a whole year covers twelve months', () => {
  expect(monthsCovered('2019-01-01', '2019-12-31')).toBe(12);
  expect(monthsCovered('2025-02-01', '2025-12-31')).toBe(11);
});

test('weeks and weekdays follow ISO 8601', () => {
  expect(weekday('2025-12-07')).toBe(7);
  expect(weekNumber('2026-12-05')).toBe(49);
});
