import { expect, test } from 'vitest';
import { dayOf, dayOfRelative, daysOfWhen, daysOfYearless, whensIn } from './when.ts';

const source = { start: 0, end: 0, line: 1 };
const edge = (date: string) => ({ date, precision: 'day' as const, derived: false, source });
const period = { start: edge('2023-09-01'), end: edge('2025-08-31'), openEnded: false, source, certainty: 'certain' as const };

test.each([
  ['senast två månader före avtalstidens utgång', '2025-06-30'],
  ['inom 30 dagar efter avtalets slut', '2025-09-30'],
  ['senast en månad efter det att avtalet har upphört', '2025-09-30'],
  ['sex (6) månader innan avtalet löper ut', '2025-02-28'],
  ['senast tre månader efter avslutad avtalsperiod', '2025-11-30'],
  ['Vid avtalstidens slut ska', '2025-08-31'],
  ['inom två veckor från avtalsstart', '2023-09-15'],
  ['senast fem månader innan det tar slut', '2025-03-31'],
  ['två månader före utgången.', '2025-06-30'],
  ['ett halvår innan avtalet löper ut', '2025-02-28'],
  ['en månad efter projektslut', '2025-09-30'],
])('%s', (text, date) => {
  const whens = whensIn(text);
  expect(whens.map((when) => dayOfRelative(when.relative!, period)?.date)).toEqual([date]);
});

test('a distance from something else than the agreement is no time we can tell', () => {
  expect(whensIn('30 dagar efter mottagen faktura')).toEqual([]);
});

test('without a period a date without a year is no day', () => {
  const [when] = whensIn('senast den 15 februari');
  expect(dayOf(when!.found!)).toBeNull();
  expect(daysOfYearless(when!.found!, null, { every: true, yearBack: false, afterEnd: false, last: false })).toEqual([]);
});

test('the final report’s day is the last one in the agreement', () => {
  const [when] = whensIn('den 15 februari');
  const meant = { every: false, yearBack: false, afterEnd: false, last: true };
  expect(daysOfYearless(when!.found!, period, meant).map((day) => day.date)).toEqual(['2025-02-15']);
});

test('both ends of "from … to …" are known as such', () => {
  expect(whensIn('den 1 mars 2024 till den 30 november 2024').map((when) => when.ofRange)).toEqual([true, true]);
});

test.each([
  ['inom sextio dagar från utgången av varje avtalsår', ['2024-10-30', '2025-10-30']],
  ['två månader efter varje bidragsår', ['2024-10-31', '2025-10-31']],
  ['tre månader efter respektive verksamhetsårs utgång', ['2024-03-31', '2025-03-31']],
])('%s comes back with the years', (text, dates) => {
  const [when] = whensIn(text);
  expect(daysOfWhen(when!, period, { every: false, yearBack: false, afterEnd: false, last: false }).map((day) => day.date)).toEqual(dates);
});
