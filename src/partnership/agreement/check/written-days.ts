import { writtenDay } from '#kernel/written-day.ts';
import { getLocale } from '#locale';

/** Says a finding with these days of it as people write them. What is kept of the finding stays as calendars write it. */
export const withDays =
  <F extends object>(say: (facts: F) => string, ...days: (keyof F)[]) =>
  (facts: F): string =>
    say({ ...facts, ...Object.fromEntries(days.map((name) => [name, writtenDay(String(facts[name]), getLocale())])) });
