import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAgreement, day } from '../../../../tests/support/any-agreement.ts';
import { dutyText, fact, period } from '../../../../tests/support/duty-facts.ts';
import type { Duty } from '../model.ts';
import { dateOf } from './day.ts';
import { dutiesUntil } from './ending.ts';
import type { SourceFact } from './facts.ts';
import { isFinalReport } from './payments.ts';
import { replan } from './replan.ts';
import { placed } from './state.ts';

const options = { text: dutyText, horizon: '2026-12-31' };
const on = (date: string, knownOn = '2025-01-01') => ({ on: date, knownOn });
const year = period('2025-02-01', '2025-12-31');
const said = (duties: Duty[]) => duties.map((duty) => [duty.title ?? duty.subject, dateOf(duty)?.date ?? duty.timing.type]);
const until = (facts: SourceFact[], ending: Parameters<typeof dutiesUntil>[1]) => said(dutiesUntil([year, ...facts], ending, options));
const report = (what: string, date: string, more = {}) => fact('deadline', { what, date, ...more });

describe('an agreement that ends early', () => {
  test('moves its final report as far as its end, takes away what can no longer come due, and keeps what it puts after its end', () => {
    const facts = [report('Delrapport', '2025-06-09'), report('Besök', '2025-11-01'), report('Slutrapport', '2025-12-07'), report('Ekonomisk redovisning', '2026-01-31')];
    expect(until(facts, on('2025-09-30'))).toEqual([['Delrapport', '2025-06-09'], ['Slutrapport', '2025-09-06'], ['end-of-term', '2025-09-30'], ['Ekonomisk redovisning', '2026-01-31']]);
  });

  test('does not ask for a final report before anybody knew, nor later than was agreed', () => {
    expect(until([report('Slutrapport', '2025-12-07')], on('2025-09-30', '2025-09-20'))[0]).toEqual(['Slutrapport', '2025-09-30']);
    expect(until([report('Slutrapport', '2025-12-07')], on('2025-12-20', '2025-12-19'))[0]).toEqual(['Slutrapport', '2025-12-07']);
  });

  test('lets what is told by the end follow it', () => {
    const before = { relative: { anchor: 'end', months: -1, days: 0 }, derived: true };
    const after = { relative: { anchor: 'end', months: 2, days: 0 }, derived: true };
    expect(until([report('Uppföljning', '2025-11-30', before), report('Slutredovisning', '2026-02-28', after)], on('2025-06-30'))).toEqual([
      ['Uppföljning', '2025-05-30'],
      ['end-of-term', '2025-06-30'],
      ['Slutredovisning', '2025-08-30'],
    ]);
  });

  test('still pays against the final report, and not against an interim report that no longer comes', () => {
    const against = (event: string) => fact('payment', { sek: 1, due: { date: null, precision: null, event } });
    const duties = dutiesUntil([year, report('Delrapport', '2025-10-01'), report('Slutrapport', '2025-12-07'), against('interim_report_received'), against('final_report_received')], on('2025-08-31'), options);
    expect(duties.flatMap(({ kind, timing }) => (kind === 'payment' && timing.type === 'awaits' ? [timing.event] : []))).toEqual(['final_report_received']);
  });

  test('no longer counts a meeting day that somebody chose after the end, and does again when the end moves back', () => {
    const facts = [year, fact('steering', { minMeetings: 1 })];
    const meeting = (ending: Parameters<typeof dutiesUntil>[1]) => placed(dutiesUntil(facts, ending, options).find(({ kind }) => kind === 'meeting')!, { date: '2025-11-11' });
    expect(dateOf(meeting(on('2025-09-30')))).toEqual({ date: '2025-09-30', precision: 'day' });
    expect(dateOf(meeting(null))).toEqual({ date: '2025-11-11', precision: 'day' });
  });

  test('ends an agreement until further notice, and changes nothing where the agreed end comes first', () => {
    const open = [period('2025-02-01', null), fact('deadline', { recurrence: 'quarterly', what: 'Sammanställning' })];
    expect(said(dutiesUntil(open, on('2025-06-30'), options))).toEqual([['Sammanställning', '2025-03-31'], ['Sammanställning', '2025-06-30'], ['end-of-term', '2025-06-30']]);
    expect(until([], on('2025-12-31'))).toEqual(until([], null));
  });
});

describe('whatever was agreed and whenever it ends', () => {
  const anyEnding = fc.tuple(day, day).map(([end, knownOn]) => on(end, knownOn));

  test('no duty after the end is left unless the agreement puts it there or it is the final report or paid against it', () => {
    fc.assert(
      fc.property(anyAgreement, anyEnding, (facts, ending) => {
        const agreed = new Map(dutiesUntil(facts, null, options).map((duty) => [duty.key, duty]));
        const left = dutiesUntil(facts, ending, options).filter((duty) => (dateOf(duty)?.date ?? '') > ending.on);
        for (const duty of left) {
          const { timing } = duty;
          const byTheEnd = timing.type === 'on' && typeof timing.basis === 'object' && 'anchor' in timing.basis;
          const end = (facts[0].value as { end: { date: string } | null }).end?.date;
          const early = end === undefined || ending.on < end;
          expect(!early || byTheEnd || isFinalReport(duty) || (timing.type === 'awaits' && timing.event === 'final_report_received') || agreed.get(duty.key)?.outside === 'after').toBe(true);
        }
      }),
    );
  });

  test('what is done stays as it was, and moving the end there and back gives the same plan', () => {
    fc.assert(
      fc.property(anyAgreement, anyEnding, fc.func(fc.boolean()), (facts, ending, closed) => {
        const agreed = dutiesUntil(facts, null, options);
        const isClosed = (key: string) => agreed.some((duty) => duty.key === key) && closed(key);
        const there = replan(agreed, dutiesUntil(facts, ending, options), isClosed).plan;
        for (const duty of agreed.filter(({ key }) => isClosed(key))) expect(there).toContainEqual(duty);
        expect(replan(there, dutiesUntil(facts, null, options), isClosed).plan).toEqual(agreed);
      }),
    );
  });
});
