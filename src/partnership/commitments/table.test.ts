import { expect, test } from 'vitest';
import { asCsv } from '#kernel/csv.ts';
import { dutyText, fact, period } from '../../../tests/support/duty-facts.ts';
import { tableOfDuties } from './table.ts';
import { dutiesFromFacts } from './rules/duties.ts';

const rows = (...facts: ReturnType<typeof fact>[]) =>
  asCsv(tableOfDuties(dutiesFromFacts([period('2025-02-01', null), ...facts], { text: dutyText }).map((duty) => ({ duty, state: 'coming', completion: null }))))
    .split('\r\n')
    .slice(1, -1);

test('a table begins with its byte order mark and Swedish heads, and ends its lines as the standard says', () => {
  const csv = asCsv(tableOfDuties([]));
  expect(csv.startsWith('\u{feff}Senast;Noggrannhet;Läge;')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
});

test('a payment has its amount with a decimal comma and what it waits for', () => {
  const [row] = rows(fact('payment', { sek: 1250.5, due: { date: null, precision: null, event: 'final_report_received' } }, 14));
  expect(row.split(';').slice(0, 9)).toEqual(['', '', 'kommer', 'utbetalning', 'Utbetalning, 1\u00a0250,50\u00a0kr', '', '1250,5', 'Väntar på slutrapporten', '']);
});

test('an amount the agreement does not say is empty, not zero', () => {
  expect(rows(fact('payment', {}))[0].split(';')[6]).toBe('');
});

test('semicolons and quotes stay inside their cell', () => {
  expect(rows(fact('deadline', { date: '2025-06-09', what: 'Rapport; "kort"' }))[0]).toContain('"Rapport; ""kort"""');
});

test('a formula is text', () => {
  expect(rows(fact('deadline', { date: '2025-06-09', what: '=HYPERLINK("x")' }))[0]).toContain(`"'=HYPERLINK(""x"")"`);
});
