import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/calendar-date.ts';
import { fact } from '../../../../tests/support/duty-facts.ts';
import { swedishBankingDays } from '../holidays.server.ts';
import { bankingDaysSaid, shifted } from './banking-days.ts';
import { dutiesFromFacts } from './duties.ts';

const isBankingDay = await swedishBankingDays();
const payment = (date: string, precision = 'day') => dutiesFromFacts([fact('payment', { due: { date, precision, event: null } })])[0];
const forward = { direction: 'forward', kinds: ['payment'], isBankingDay } as const;
const rule = { ...forward, kinds: [...forward.kinds] };

test.each(['2025-01-01', '2025-01-06', '2025-04-18', '2025-05-29', '2025-06-20', '2025-06-21', '2025-12-24', '2025-12-31', '2025-11-01', '2026-06-06'])(
  'banks are closed on %s',
  (date) => expect(isBankingDay(date)).toBe(false),
);

test.each(['2025-01-02', '2025-01-13', '2025-04-17', '2025-04-30', '2025-06-09', '2025-12-23', '2025-12-30'])('banks are open on %s', (date) =>
  expect(isBankingDay(date)).toBe(true),
);

test('a payment is moved only where somebody says so', () => {
  expect(payment('2025-12-24').timing).toMatchObject({ date: '2025-12-24', shiftedFrom: null });
  expect(shifted(payment('2025-12-24'), rule).timing).toMatchObject({ date: '2025-12-29', shiftedFrom: '2025-12-24' });
  expect(shifted(payment('2025-12-24'), { ...rule, direction: 'back' }).timing).toMatchObject({ date: '2025-12-23' });
});

test('other kinds than the rule names, and whole months, stay', () => {
  expect(shifted(payment('2025-12-24'), { ...rule, kinds: ['report'] }).timing).toMatchObject({ shiftedFrom: null });
  expect(shifted(payment('2025-08-31', 'month'), rule).timing).toMatchObject({ date: '2025-08-31', shiftedFrom: null });
});

test('a moved payment always lands on a banking day, at most five days off, and is not moved again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('forward' as const, 'back' as const), (days, direction) => {
      const moved = shifted(payment(addDays('2010-01-01', days)), { ...rule, direction });
      if (moved.timing.type !== 'on') throw new Error('a dated payment lost its date');
      expect(isBankingDay(moved.timing.date)).toBe(true);
      expect(Math.abs(new Date(moved.timing.date).getTime() - new Date(addDays('2010-01-01', days)).getTime())).toBeLessThanOrEqual(5 * 86_400_000);
      expect(shifted(moved, { ...rule, direction })).toEqual(moved);
    }),
    { numRuns: 300 },
  );
});

test('the agreement says which way days are moved, and of what', () => {
  expect(bankingDaysSaid('Om förfallodagen infaller på en lördag, söndag eller helgdag sker betalning närmast följande bankdag.')).toEqual({ direction: 'forward', kinds: ['payment'] });
  expect(bankingDaysSaid('Infaller dagen på en helg lämnas rapporten närmast föregående vardag.')?.direction).toBe('back');
  expect(bankingDaysSaid('Infaller dagen på en helg lämnas rapporten närmast föregående vardag.')?.kinds).toContain('report');
  expect(bankingDaysSaid('Betalning sker inom fem bankdagar. Vandringarna hålls på helger.')).toBeNull();
});
