import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAgreement } from '../../../../tests/support/any-agreement.ts';
import { dutyText, fact, period } from '../../../../tests/support/duty-facts.ts';
import type { Duty } from '../model.ts';
import { dateOf } from './day.ts';
import { dutiesFromFacts } from './duties.ts';
import type { SourceFact } from './facts.ts';

const year = period('2025-02-01', '2025-12-31');
const days = (duties: Duty[]) => duties.map((duty) => dateOf(duty)?.date ?? null);
const planned = (facts: SourceFact[], term = year) => dutiesFromFacts([term, ...facts], { text: dutyText }).filter(({ subject }) => subject !== 'end-of-term');

describe('deadlines', () => {
  test('a report keeps its day, its owner and the sentence it comes from', () => {
    const [report] = planned([fact('deadline', { date: '2025-06-09', what: 'Delrapport till styrgruppen', responsible: 'Lyktan' }, 14)]);
    expect(report).toMatchObject({ kind: 'report', owner: 'Lyktan', timing: { type: 'on', date: '2025-06-09', precision: 'day' }, outside: null });
    expect(report.source.sentence).toBe(dutyText.slice(14, 20));
  });

  test('a month is its last day, and stays a month', () => {
    expect(planned([fact('deadline', { date: '2025-09-01', precision: 'month', what: 'Besked om förlängning' })])[0]).toMatchObject({
      kind: 'extension',
      timing: { date: '2025-09-30', precision: 'month' },
    });
  });

  test('what is owed every quarter is owed at the end of each quarter of the term', () => {
    const duties = planned([fact('deadline', { recurrence: 'quarterly', what: 'Sammanställning' })]);
    expect(days(duties)).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']);
    expect(duties.map(({ key }) => key.split('/')[1])).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
  });

  test('nine days at the end of a quarter are no quarter', () => {
    const duties = planned([fact('deadline', { recurrence: 'quarterly', what: 'Sammanställning' })], period('2021-12-22', '2022-12-31'));
    expect(days(duties)).toEqual(['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31']);
  });

  test('a month that the term cuts short is due on the last day of the term', () => {
    const duties = planned([fact('deadline', { recurrence: 'monthly', what: 'Uppföljning' })], period('2025-01-01', '2025-02-20'));
    expect(duties.map(({ timing }) => timing)).toMatchObject([
      { date: '2025-01-31', precision: 'month' },
      { date: '2025-02-20', precision: 'day' },
    ]);
  });

  test('a first day that comes back every year does so through the term', () => {
    const duties = planned([fact('deadline', { date: '2023-03-01', recurrence: 'yearly', what: 'Årsrapport' })], period('2022-07-01', '2025-06-30'));
    expect(days(duties)).toEqual(['2023-03-01', '2024-03-01', '2025-03-01']);
  });

  test('days that the agreement counts up are not multiplied', () => {
    const at = 21;
    const duties = planned([
      { ...fact('deadline', { date: '2025-03-01', recurrence: 'yearly', what: 'Årsrapport' }, at), id: 'a' },
      { ...fact('deadline', { date: '2026-03-01', recurrence: 'yearly', what: 'Årsrapport' }, at), id: 'b' },
    ]);
    expect(days(duties)).toEqual(['2025-03-01', '2026-03-01']);
    expect(duties.map(({ outside }) => outside)).toEqual([null, 'after']);
  });

  test('what comes back without a known period is one duty that says so', () => {
    expect(planned([fact('deadline', { recurrence: 'monthly', what: 'Rapport' })], period(null, null))[0].timing).toEqual({ type: 'recurring', recurrence: 'monthly' });
  });

  test('what is done every week is one duty', () => {
    const duties = planned([fact('deadline', { recurrence: 'weekly', what: 'Möte för unga' }), fact('steering', { recurrence: 'weekly' })]);
    expect(duties.map(({ timing }) => timing.type)).toEqual(['recurring', 'recurring']);
  });

  test('an agreement until further notice is laid out to the horizon', () => {
    const facts = [period('2026-01-01', null), fact('deadline', { recurrence: 'monthly', what: 'Rapport' })];
    expect(days(dutiesFromFacts(facts, { horizon: '2026-03-31' }))).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  });
});

describe('a corrected term', () => {
  const twoMonthsBefore = { date: '2025-10-31', relative: { anchor: 'end', months: -2, days: 0 }, derived: true, what: 'Rapport' };
  const read = period('2025-02-01', '2025-12-31');
  const moved = { ...period('2025-02-01', '2026-03-31'), readValue: read.value };

  test('moves what is told by it', () => {
    expect(days(planned([fact('deadline', twoMonthsBefore)], read))).toEqual(['2025-10-31']);
    expect(days(planned([fact('deadline', twoMonthsBefore)], moved))).toEqual(['2026-01-31']);
  });

  test('leaves a day that a person has set', () => {
    const set = { ...fact('deadline', { ...twoMonthsBefore, date: '2025-11-15' }), readValue: twoMonthsBefore };
    expect(days(planned([set], moved))).toEqual(['2025-11-15']);
  });
});

describe('payments', () => {
  const finalReport = fact('deadline', { date: '2025-12-07', what: 'Slutrapport' });
  const onFinalReport = fact('payment', { sek: 100_000, due: { date: '2025-12-01', precision: 'month', event: 'final_report_received' } });

  test('a payment waits for the report it is paid against', () => {
    const payment = planned([finalReport, onFinalReport]).find(({ kind }) => kind === 'payment')!;
    expect(payment).toMatchObject({ ore: 10_000_000, timing: { type: 'awaits', duty: finalReport.id, date: '2025-12-31', precision: 'month' } });
  });

  test('a payment does not choose between two interim reports', () => {
    const reports = [fact('deadline', { date: '2025-04-01', what: 'Delrapport 1' }), fact('deadline', { date: '2025-08-01', what: 'Delrapport 2' })];
    const payment = fact('payment', { due: { date: null, precision: null, event: 'interim_report_received' } });
    expect(planned([...reports, payment]).find(({ kind }) => kind === 'payment')!.timing).toMatchObject({ duty: null });
  });

  test('two payments against two interim reports go by their order', () => {
    const reports = [fact('deadline', { date: '2025-08-01', what: 'Delrapport 2' }, 10), fact('deadline', { date: '2025-04-01', what: 'Delrapport 1' }, 20)];
    const pays = [30, 40].map((at) => fact('payment', { due: { date: null, precision: null, event: 'interim_report_received' } }, at));
    const ties = planned([...reports, ...pays]).filter(({ kind }) => kind === 'payment').map(({ timing }) => timing.type === 'awaits' && timing.duty);
    expect(ties).toEqual(['deadline-20', 'deadline-10']);
  });

  test('signatures count when every one of them is dated', () => {
    const payment = fact('payment', { sek: 1, due: { date: null, precision: null, event: 'signed_by_all' } });
    const metOn = (...dates: (string | null)[]) => {
      const timing = planned([payment, ...dates.map((date) => fact('signatory', { name: 'N', date }))]).find(({ kind }) => kind === 'payment')!.timing;
      return timing.type === 'awaits' ? timing.metOn : undefined;
    };
    expect(metOn('2025-02-03', '2025-01-29')).toBe('2025-02-03');
    expect(metOn('2025-02-03', null)).toBeNull();
    expect(metOn()).toBeNull();
  });

  test('two units that share a payment are their municipality, two parties are nobody', () => {
    const units = ['Kultur', 'Social'].map((unit) => fact('party', { name: 'Granby kommun', unit }));
    const split = [{ payer: 'Kultur', sek: 1 }, { payer: 'Social', sek: 1 }];
    expect(planned([...units, fact('payment', { split })])[0].owner).toBe('Granby kommun');
    expect(planned([fact('payment', { split })])[0].owner).toBeNull();
  });

  test('units are known by a part of their name, and their shares say more than "both" does', () => {
    const units = ['Kultur (KU), Torget', 'Social omsorg'].map((unit) => fact('party', { name: 'Granby kommun', unit }));
    const split = [{ payer: 'kultur', sek: 1 }, { payer: 'social omsorg', sek: 1 }];
    expect(planned([...units, fact('payment', { payer: 'both', split })])[0].owner).toBe('Granby kommun');
    expect(planned([...units, fact('payment', { payer: 'both' })])[0].owner).toBe('both');
  });

  test('a payment without day or condition is a duty that says so, with no amount invented', () => {
    expect(planned([fact('payment', {})])[0]).toMatchObject({ timing: { type: 'unsaid' }, ore: null });
  });
});

describe('what is said twice', () => {
  const both = 'Minst 100 nätter och sju föreningar';
  const goals = [100, 7].map((target, nth) => ({ ...fact('goal', { text: both, target }, 30), id: `g${nth}` }));

  test('two figures in one sentence are one thing to look at', () => {
    expect(planned(goals).map(({ kind, title }) => [kind, title])).toEqual([['goal', both]]);
  });

  test('a deadline that is also a goal is the deadline', () => {
    const deadline = fact('deadline', { date: '2025-12-31', what: `${both}.` }, 30);
    expect(planned([...goals, deadline]).map(({ kind }) => kind)).toEqual(['other']);
  });

  test('two who owe the same on the same day owe it each', () => {
    const reports = ['Lyktan', 'Granby kommun'].map((responsible) => ({ ...fact('deadline', { date: '2025-06-09', what: 'Rapport', responsible }, 40), id: responsible }));
    expect(planned(reports)).toHaveLength(2);
  });
});

describe('meetings', () => {
  test('at least four in the period are four to place, not four dates', () => {
    const meetings = planned([fact('steering', { minMeetings: 4, convener: 'Granby kommun' })]);
    expect(meetings).toHaveLength(4);
    expect(meetings[1]).toMatchObject({ kind: 'meeting', owner: 'Granby kommun', ordinal: { nth: 2, of: 4 }, timing: { type: 'within', from: '2025-02-01', to: '2025-12-31' } });
  });

  test('where the agreement names the days, those are the meetings', () => {
    const days = fact('deadline', { date: '2025-05-15', what: 'Styrgruppen möts' });
    expect(planned([days, fact('steering', { minMeetings: 2 })]).map(({ subject }) => subject)).toEqual(['wording']);
  });

  test('two a year are two in each year of the agreement and one in its last half', () => {
    const meetings = planned([fact('steering', { minMeetings: 2, perYear: true })], period('2024-07-01', '2026-12-31'));
    expect(days(meetings)).toEqual(['2025-06-30', '2025-06-30', '2026-06-30', '2026-06-30', '2026-12-31']);
  });

  test('a group that meets every month has one meeting to place in each', () => {
    const meetings = planned([fact('steering', { recurrence: 'monthly' })], period('2022-01-01', '2022-12-31'));
    expect(meetings).toHaveLength(12);
    expect(meetings[2].timing).toEqual({ type: 'within', from: '2022-03-01', to: '2022-03-31' });
  });
});

describe('the end', () => {
  test('three months of notice are given before the end of the month three months before', () => {
    const duties = planned([fact('notice', { months: 3 })], period('2025-03-01', '2026-02-28'));
    expect(duties).toMatchObject([{ subject: 'last-day-of-notice', kind: 'exit', timing: { date: '2025-11-30' } }]);
  });

  test('notice that the agreement has a day for is not said twice', () => {
    const renewal = fact('deadline', { date: '2025-09-30', what: 'Förlängs med ett år om det inte sägs upp' });
    expect(planned([renewal, fact('notice', { months: 3 })]).map(({ kind }) => kind)).toEqual(['extension']);
  });

  test('notice has no last day where the agreement has no end, or is longer than the agreement', () => {
    expect(planned([fact('notice', { months: 3 })], period('2025-03-01', null))).toEqual([]);
    expect(planned([fact('notice', { months: 12 })])).toEqual([]);
  });

  test('goals that can be counted are due at the end, those that cannot are no duties', () => {
    const duties = planned([fact('goal', { text: '70 guidade', target: 70 }), fact('goal', { text: 'Ökad tillit' })]);
    expect(duties.map(({ title, timing }) => [title, timing.type === 'on' && timing.date])).toEqual([['70 guidade', '2025-12-31']]);
  });

  test('a step towards extension that is also a deadline is one duty, with its owner', () => {
    const deadline = fact('deadline', { date: '2025-09-30', precision: 'month', what: 'Dialog hålls', responsible: 'both' }, 70);
    const source = { start: 72, end: 75, line: 1 };
    const steps = [
      { date: '2025-09-30', precision: 'month', derived: false, what: 'Dialog', source },
      { date: '2025-11-30', precision: 'month', derived: false, what: 'Beslut', source: { ...source, start: 200 } },
    ];
    const duties = planned([deadline, fact('extension', { steps }, 60)]);
    expect(duties.map(({ kind, title, owner }) => [kind, title, owner])).toEqual([
      ['extension', 'Dialog hålls', 'both'],
      ['extension', 'Beslut', null],
    ]);
  });
});

describe('whatever the agreement says', () => {
  const options = { text: dutyText, horizon: '2026-12-31' };

  test('planning twice, or from facts in another order, gives the same duties', () => {
    fc.assert(
      fc.property(anyAgreement, (facts) => {
        const duties = dutiesFromFacts(facts, options);
        expect(dutiesFromFacts(facts.toReversed(), options)).toEqual(duties);
        expect(new Set(duties.map(({ key }) => key)).size).toBe(duties.length);
      }),
    );
  });

  test('no duty is outside the term without being flagged, and none inside is', () => {
    fc.assert(
      fc.property(anyAgreement, (facts) => {
        const { start, end } = facts[0].value as { start: { date: string } | null; end: { date: string } | null };
        const flagFor = (date: string) => (start && date < start.date ? 'before' : end && date > end.date ? 'after' : null);
        const duties = dutiesFromFacts(facts, options).filter((duty) => dateOf(duty)?.precision === 'day');
        expect(duties.map(({ outside }) => outside)).toEqual(duties.map((duty) => flagFor(dateOf(duty)!.date)));
      }),
    );
  });

  test('every duty has its words in the text', () => {
    fc.assert(
      fc.property(anyAgreement, (facts) => {
        for (const { source } of dutiesFromFacts(facts, options)) {
          expect(source.span.start).toBeLessThan(source.span.end);
          expect(source.span.end).toBeLessThanOrEqual(dutyText.length);
          expect(source.sentence).toBe(dutyText.slice(source.span.start, source.span.end));
        }
      }),
    );
  });
});
