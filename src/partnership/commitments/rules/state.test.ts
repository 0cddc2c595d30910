import { expect, test } from 'vitest';
import { fact, period } from '../../../../tests/support/duty-facts.ts';
import type { Duty } from '../model.ts';
import { dutiesFromFacts } from './duties.ts';
import { placed, stateOf } from './state.ts';

const none = new Map();
const duties = (...facts: ReturnType<typeof fact>[]): Duty[] => dutiesFromFacts([period('2025-02-01', '2025-12-31'), ...facts]);
const one = (...facts: ReturnType<typeof fact>[]): Duty => duties(...facts).find(({ subject }) => subject !== 'end-of-term')!;
const report = one(fact('deadline', { date: '2025-06-09', what: 'Delrapport' }));
const on = (duty: Duty, today: string) => stateOf(duty, none, none, today);

test('a duty is coming, soon from thirty days before, and late the day after', () => {
  expect(on(report, '2025-05-09')).toBe('coming');
  expect(on(report, '2025-05-10')).toBe('soon');
  expect(on(report, '2025-06-09')).toBe('soon');
  expect(on(report, '2025-06-10')).toBe('late');
});

test('the last day of notice and the last day of the term pass, and nobody is late with them', () => {
  const passing = duties(fact('notice', { months: 3 })).filter(({ kind }) => kind === 'exit');
  expect(passing.map((duty) => [on(duty, '2025-09-30'), on(duty, '2025-12-31'), on(duty, '2026-01-01')])).toEqual([['soon', 'done', 'done'], ['coming', 'soon', 'done']]);
});

test('what is due in a month is late only when the month is over', () => {
  const inJune = one(fact('deadline', { date: '2025-06-01', precision: 'month', what: 'Delrapport' }));
  expect(on(inJune, '2025-06-30')).toBe('soon');
  expect(on(inJune, '2025-07-01')).toBe('late');
});

test('done and cancelled are what somebody has recorded, however late', () => {
  const done = new Map([[report.key, { doneOn: '2025-07-01' }]]);
  const cancelled = new Map([[report.key, { reason: 'Enligt beslut' }]]);
  expect(stateOf(report, done, none, '2026-01-01')).toBe('done');
  expect(stateOf(report, none, cancelled, '2026-01-01')).toBe('cancelled');
});

test('a payment waits until the report has come, is then soon, and late only after the month it is bound to', () => {
  const final = fact('deadline', { date: '2025-12-07', what: 'Slutrapport' });
  const payment = duties(final, fact('payment', { due: { date: '2025-12-01', precision: 'month', event: 'final_report_received' } })).find(({ kind }) => kind === 'payment')!;
  const come = new Map([[final.id, { doneOn: '2025-12-05' }]]);
  expect(on(payment, '2026-02-01')).toBe('waiting');
  expect(stateOf(payment, come, none, '2025-12-31')).toBe('soon');
  expect(stateOf(payment, come, none, '2026-01-01')).toBe('late');
});

test('a report that has come is not one that is approved', () => {
  const final = fact('deadline', { date: '2025-12-07', what: 'Slutrapport' });
  const payment = duties(final, fact('payment', { due: { date: null, precision: null, event: 'final_report_approved' } })).find(({ kind }) => kind === 'payment')!;
  expect(stateOf(payment, new Map([[final.id, { doneOn: '2025-12-05' }]]), none, '2026-01-01')).toBe('waiting');
});

test('a payment on signatures without a last day can be made but not be late', () => {
  const payment = one(fact('payment', { due: { date: null, precision: null, event: 'signed_by_all' } }), fact('signatory', { name: 'N', date: '2025-02-03' }));
  expect(on(payment, '2027-01-01')).toBe('soon');
});

test('a meeting to place follows its window until a day is chosen', () => {
  const meeting = one(fact('steering', { minMeetings: 1 }));
  expect(on(meeting, '2025-03-01')).toBe('coming');
  expect(on(placed(meeting, { date: '2025-03-20' }), '2025-03-01')).toBe('soon');
  expect(on(placed(meeting, { date: '2025-03-20' }), '2025-03-21')).toBe('late');
  expect(on(meeting, '2026-01-01')).toBe('late');
});

test('what the agreement gives no time waits', () => {
  expect(on(one(fact('payment', {})), '2030-01-01')).toBe('waiting');
});
