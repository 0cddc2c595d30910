import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '#locale';
import type { Finding } from '../model.ts';
import { sayAgain } from './index.ts';

afterEach(() => overwriteGetLocale(() => 'sv'));

const findings: Pick<Finding, 'code' | 'facts'>[] = [
  { code: 'signature-after-start', facts: { signed: '2026-11-04', start: '2026-02-01' } },
  { code: 'duty-outlives-term', facts: { what: 'Slutrapport', date: '2026-11', end: '2026-02-01' } },
  { code: 'extension-decided-too-late', facts: { date: '2026-11', end: '2026-11-30' } },
  { code: 'budget-for-another-period', facts: { budget: '2025', start: '2026-02-01', end: '2026-11-04', line: 3 } },
  { code: 'payment-on-free-day', facts: { date: '2026-11-07', weekday: 6, holiday: '' } },
  { code: 'period-end-derived', facts: { end: '2026-11-04' } },
];

test('findings say days as the pages do, in both languages', () => {
  for (const [language, november] of [['sv', 'november 2026'], ['en', 'November 2026']] as const) {
    overwriteGetLocale(() => language);
    for (const finding of findings) {
      expect(sayAgain(finding)).toContain(november);
      expect(sayAgain(finding)).not.toMatch(/\d{4}-\d\d/);
    }
  }
  expect(sayAgain(findings[0])).toContain('of 4 November 2026, but');
});

test('a day that a person wrote otherwise is quoted as it stands', () => {
  expect(sayAgain({ code: 'date-does-not-exist', facts: { date: '2026-02-30' } })).toContain('2026-02-30');
});
