import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { dutyText, fact, period } from '../../../tests/support/duty-facts.ts';
import { type CalendarEntry, icalendar } from './icalendar.ts';
import { dutiesFromFacts } from './rules/duties.ts';

const stamp = new Date('2026-11-21T09:00:00Z');
const partnership = { id: 'p1', title: 'Lyktan' };
const report = fact('deadline', { date: '2025-06-09', what: 'Nycklar, larm; med bilaga', responsible: 'both' }, 14);
const inSeptember = fact('deadline', { date: '2025-09-30', precision: 'month', what: 'Dialog' }, 28);
const facts = [period('2025-02-01', '2025-12-31'), report, inSeptember, fact('payment', { due: { date: null, precision: null, event: 'final_report_received' } }), fact('steering', { minMeetings: 4 })];
const entriesOf = (of = facts, more: Partial<CalendarEntry> = {}): CalendarEntry[] =>
  dutiesFromFacts(of, { text: dutyText }).map((duty) => ({ duty, state: 'coming', partnership, sequence: 0, ...more }));

const events = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

test('every duty with a day is an all-day event, and nothing else is', () => {
  const found = events(icalendar(entriesOf(), { stamp }));
  expect(found.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString(), startDate.isDate])).toEqual([
    ['Nycklar, larm; med bilaga', '2025-06-09', '2025-06-10', true],
    ['Dialog', '2025-09-30', '2025-10-01', true],
    ['Avtalet löper ut', '2025-12-31', '2026-01-01', true],
  ]);
  expect(found.every(({ component }) => component.getAllSubcomponents('valarm').length === 0)).toBe(true);
});

test('an event says what the agreement says, who is responsible and that a month is a month', () => {
  const [first, second] = events(icalendar(entriesOf(), { stamp }));
  expect(first.description).toBe(`Ansvarig: alla parter\nSå står det i avtalet: ${dutyText.slice(14, 20).trim()}`);
  expect(second.description).toContain('Senast under månaden');
});

test('the same duties at the same time give the same text', () => {
  expect(icalendar(entriesOf(), { stamp })).toBe(icalendar(entriesOf(), { stamp }));
});

test('a moved duty keeps its id with a higher sequence', () => {
  const moved = [facts[0], { ...report, value: { ...report.value, date: '2025-06-16' } }];
  const [before] = events(icalendar(entriesOf(), { stamp }));
  const [after] = events(icalendar(entriesOf(moved, { sequence: 1 }), { stamp }));
  expect(after.uid).toBe(before.uid);
  expect([before.sequence, after.sequence]).toEqual([0, 1]);
  expect(after.startDate.toString()).toBe('2025-06-16');
});

test('events of several partnerships have different ids and say which is which', () => {
  const both = [...entriesOf(), ...entriesOf(facts, { partnership: { id: 'p2', title: 'Fyren' } })];
  const found = events(icalendar(both, { stamp }));
  expect(new Set(found.map(({ uid }) => uid)).size).toBe(6);
  expect(found.at(-1)!.summary).toBe('Avtalet löper ut – Fyren');
});

test('no line is longer than 75 octets, however long the sentence', () => {
  const long = dutiesFromFacts([{ ...report, span: { start: 0, end: 900, line: 1 } }], { text: dutyText }).map((duty) => ({ duty, state: 'coming' as const, partnership, sequence: 0 }));
  const lines = icalendar(long, { stamp }).split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

test('a cancelled duty is cancelled in the calendar too', () => {
  const [first] = events(icalendar(entriesOf(facts, { state: 'cancelled' }), { stamp }));
  expect(first.component.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('what has hours stands beside the duties, also over midnight', () => {
  const walk = { id: 'walk/w1', title: 'Nattvandring: Centrum', description: 'Lyktan norr', starts: new Date('2026-11-20T20:00:00Z'), ends: new Date('2026-11-20T23:30:00Z'), cancelled: true };
  const found = events(icalendar(entriesOf(), { stamp, timed: [walk] })).at(-1)!;
  expect([found.uid, found.summary, found.startDate.toJSDate(), found.endDate.toJSDate(), found.startDate.isDate]).toEqual(['walk/w1@handslag', walk.title, walk.starts, walk.ends, false]);
  expect(found.component.getFirstPropertyValue('status')).toBe('CANCELLED');
});
