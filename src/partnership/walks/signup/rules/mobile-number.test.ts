import { expect, test } from 'vitest';
import { mobileNumber } from './mobile-number.ts';

test('a mobile number is known however it is typed', () => {
  for (const typed of ['070-174 06 05', '0701740605', '+46 70 174 06 05', '0046701740605']) expect(mobileNumber(typed)).toBe('+46701740605');
});

test('what cannot take a message, or costs too much, is no number to send a code to', () => {
  for (const typed of ['08-123 456', '112', '+1 212 555 0100', 'abc', '']) expect(mobileNumber(typed)).toBeNull();
});
