import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/calendar-date.ts';
import { fact, period } from '../../../../tests/support/duty-facts.ts';
import { dutiesFromFacts } from '../rules/duties.ts';
import { stateOf } from '../rules/state.ts';
import { drawLifeline } from './draw.ts';
import { listLifeline } from './list.ts';
import { drawMiniLifelines, MINI } from './mini.ts';
import type { Lifeline, LifelineForm, LifelineSubject, LifelineWords } from './model.ts';

const words: LifelineWords = {
  duty: ({ duty }) => ({ title: duty.title ?? duty.subject, detail: duty.timing.type === 'on' ? duty.timing.date : 'väntar på slutrapporten' }),
  signature: (party) => ({ title: party, detail: '' }),
};
const subjectOf = (facts: ReturnType<typeof fact>[], today: string, done: Record<string, string> = {}): LifelineSubject => {
  const duties = dutiesFromFacts(facts);
  const completions = new Map(Object.entries(done).map(([key, doneOn]) => [key, { doneOn, evidence: null, recordedBy: '', recordedAt: new Date(0) }]));
  const term = facts[0].value as { start: { date: string } | null; end: { date: string } | null };
  return {
    duties: duties.map((duty) => ({ duty, state: stateOf(duty, completions, new Map(), today), completion: completions.get(duty.key) ?? null })),
    signatures: [{ party: 'Granby kommun', date: '2025-01-29' }],
    term: { start: term.start?.date ?? null, end: term.end?.date ?? null },
    today,
  };
};

const report = fact('deadline', { date: '2025-12-07', what: 'Slutrapport' }, 100);
const account = fact('deadline', { date: '2026-01-31', what: 'Ekonomisk redovisning' }, 110);
const onSigning = fact('payment', { sek: 200_000, due: { date: null, precision: null, event: 'signed_by_all' } }, 120);
const onReport = fact('payment', { sek: 100_000, due: { date: null, precision: null, event: 'final_report_received' } }, 130);
const signed = fact('signatory', { name: 'N', date: '2025-02-03' });
const usual = [period('2025-02-01', '2025-12-31'), report, account, onSigning, onReport, signed, fact('steering', { minMeetings: 4 })];

const mark = (drawing: Lifeline, key: string) => drawing.marks.find((one) => one.key === key)!;

describe.each([1180, 720] as LifelineForm[])('at %d wide', (form) => {
  const drawing = drawLifeline(subjectOf(usual, '2025-11-14'), words, form);

  test('a payment hangs over the report it waits for, on a dotted line', () => {
    const [payment, sheet] = [mark(drawing, onReport.id), mark(drawing, report.id)];
    expect(payment.x).toBe(sheet.x);
    expect(payment.y).toBeLessThan(sheet.y);
    expect(drawing.ties.find(({ waits }) => waits)).toMatchObject({ x: payment.x, waits: true });
    expect(drawing.ties.find(({ waits }) => waits)!.y2).toBeLessThan(sheet.y);
  });

  test('the area of a circle follows the amount', () => {
    expect((mark(drawing, onSigning.id).scale / mark(drawing, onReport.id).scale) ** 2).toBeCloseTo(2, 1);
  });

  test('the line is thick to today, thin to the end and dotted after it', () => {
    const { past, ahead, after } = drawing.axis;
    expect(past!.x2).toBe(drawing.today!.x);
    expect(ahead).toEqual({ x1: drawing.today!.x, x2: drawing.endX });
    expect(after!.x1).toBeGreaterThan(drawing.endX!);
    expect(after!.x2).toBe(mark(drawing, account.id).x);
  });

  test('meetings without a day are not on the line but in the list', () => {
    expect(drawing.marks.filter(({ kind }) => kind === 'meeting')).toEqual([]);
    const { items, todayBefore } = listLifeline(subjectOf(usual, '2025-11-14'), words);
    expect(items.filter(({ part }) => part === 'undated')).toHaveLength(4);
    expect(items[todayBefore].title).toBe('Slutrapport');
    expect(items.find(({ key }) => key === account.id)?.part).toBe('after');
  });

  test('steps towards an extension climb', () => {
    const source = { start: 300, end: 305, line: 1 };
    const steps = ['2025-06-30', '2025-09-30', '2025-11-30'].map((date, i) => ({ date, precision: 'month', derived: false, what: `Steg ${i + 1}`, source: { ...source, start: 300 + i } }));
    const stairs = drawLifeline(subjectOf([period('2025-02-01', '2025-12-31'), fact('extension', { steps }, 300)], '2025-03-01'), words, form);
    const ys = stairs.marks.filter(({ kind }) => kind === 'extension').map(({ y }) => y);
    expect(ys).toHaveLength(3);
    expect(ys[0]).toBeGreaterThan(ys[1]);
    expect(ys[1]).toBeGreaterThan(ys[2]);
  });

  test('of a monthly report only the next is named', () => {
    const each = fact('deadline', { recurrence: 'monthly', what: 'Månadsrapport' }, 400);
    const done = Object.fromEntries(['01', '02', '03', '04'].map((month) => [`${each.id}/2025-${month}`, '2025-04-30']));
    const monthly = drawLifeline(subjectOf([period('2025-01-01', '2025-12-31'), each], '2025-05-10', done), words, form);
    expect(monthly.marks.filter(({ kind }) => kind === 'report')).toHaveLength(12);
    expect(monthly.marks.flatMap(({ label }) => label ?? []).map(({ detail }) => detail)).toEqual(['2025-05-31']);
  });
});

test('on a wide line everything of a usual partnership has its words', () => {
  const { marks } = drawLifeline(subjectOf(usual, '2025-11-14'), words, 1180);
  expect(marks.filter(({ kind, label }) => kind !== 'signature' && !label)).toEqual([]);
});

const day = fc.integer({ min: -40, max: 800 }).map((days) => addDays('2025-01-01', days));
const title = fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(...'aeiou rstlå ') }).map((text) => `R${text}`);
const anyFact = fc.oneof(
  fc.tuple(day, title).map(([date, what]) => fact('deadline', { date, what: `rapport ${what}` })),
  fc.tuple(day, fc.integer({ min: 1, max: 900_000 })).map(([date, sek]) => fact('payment', { sek, due: { date, precision: 'day', event: null } })),
  fc.constant(fact('payment', { sek: 5, due: { date: null, precision: null, event: 'final_report_received' } })),
  day.map((date) => fact('deadline', { date, what: 'Slutrapport' })),
  day.map((date) => fact('deadline', { date, what: 'Förlängning' })),
  fc.constant(fact('deadline', { recurrence: 'monthly', what: 'Rapport varje månad' })),
);
const anySubject = fc
  .tuple(fc.array(anyFact, { maxLength: 25 }), day, fc.boolean())
  .map(([facts, today, ends]) => subjectOf([period('2025-01-01', ends ? '2026-06-30' : null), ...facts.map((one, i) => ({ ...one, id: `f${i}` }))], today));

/** Where the words of a mark are, with the heights of the two lines. */
const boxes = (drawing: Lifeline) =>
  drawing.marks.flatMap(({ label, key }) => {
    if (!label) return [];
    const length = Math.max(label.title.length * 8.2, label.detail.length * 7.6);
    const [x1, x2] = label.anchor === 'start' ? [label.x, label.x + length] : [label.x - length, label.x];
    return [{ key, x1, x2, y1: label.titleY - 12, y2: (label.detail ? label.detailY : label.titleY) + 4 }];
  });

test('words never meet other words, a stem, a tie, a mark or today, and stay on the paper', () => {
  fc.assert(
    fc.property(anySubject, fc.constantFrom<LifelineForm>(1180, 720), (subject, form) => {
      const drawing = drawLifeline(subject, words, form);
      const all = boxes(drawing);
      for (const box of all) {
        expect(box.x1).toBeGreaterThanOrEqual(-1);
        expect(box.x2).toBeLessThanOrEqual(form + 1);
        const today = drawing.today ? [{ x: drawing.today.x, y1: 0, y2: drawing.height }] : [];
        expect(all.filter((other) => other.key !== box.key && box.x1 < other.x2 && other.x1 < box.x2 && box.y1 < other.y2 && other.y1 < box.y2)).toEqual([]);
        expect([...drawing.stems, ...drawing.ties, ...today].filter((line) => box.x1 < line.x && line.x < box.x2 && line.y1 < box.y2 && box.y1 < line.y2)).toEqual([]);
      }
      const ids = drawing.marks.map(({ key }) => key);
      expect(new Set(ids).size).toBe(ids.length);
      expect(JSON.stringify(drawing)).not.toMatch(/null,"y|NaN|Infinity/);
    }),
    { numRuns: 300 },
  );
});

test('everything drawn is in the list', () => {
  fc.assert(
    fc.property(anySubject, (subject) => {
      const listed = new Set(listLifeline(subject, words).items.map(({ key }) => key));
      for (const { key } of drawLifeline(subject, words, 720).marks) expect(listed.has(key)).toBe(true);
    }),
  );
});

test('nothing known is an empty line, not a fault', () => {
  const nothing = { duties: [], signatures: [], term: { start: null, end: null }, today: '2025-01-01' };
  expect(drawLifeline(nothing, words, 720)).toMatchObject({ marks: [], today: null, endX: null });
  expect(drawMiniLifelines([nothing], '2025-01-01')).toBeNull();
});

test('small lifelines share one axis', () => {
  const [early, late] = [subjectOf(usual, '2025-11-14'), subjectOf([period('2026-01-01', '2026-12-31')], '2025-11-14')];
  const drawn = drawMiniLifelines([early, { ...late, signatures: [] }], '2025-11-14')!;
  expect(drawn.ticks.map(({ date }) => date)).toEqual(['2025-07-01', '2026-01-01', '2026-07-01']);
  expect(drawn.lines[1].endX).toBe(MINI.width - 8);
  expect(drawn.lines[0].endX!).toBeLessThan(drawn.lines[1].endX!);
  expect(drawn.now! * MINI.width).toBeCloseTo(drawn.lines[0].axis.past!.x2, 1);
});
