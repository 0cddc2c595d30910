import * as fc from 'fast-check';
import { addDays } from '#kernel/calendar-date.ts';
import { RECURRENCES } from '#pure/agreement';
import type { SourceFact } from '../../src/partnership/commitments/rules/facts.ts';
import { fact, period } from './duty-facts.ts';

/** Any day in five years or so. */
export const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2023-01-01', days));
const at = fc.integer({ min: 0, max: 900 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const precision = fc.constantFrom('day', 'month', 'year');
const recurrence = maybe(fc.constantFrom(...RECURRENCES));
const words = fc.constantFrom('Delrapport', 'Slutrapport', 'Möte', 'Uppföljning', 'Utbetalning', 'Städning', 'Uppsägning', 'Förlängning');
const relative = maybe(fc.record({ anchor: fc.constantFrom('start', 'end'), months: fc.integer({ min: -6, max: 6 }), days: fc.integer({ min: -40, max: 40 }) }));
const anyFact: fc.Arbitrary<SourceFact> = fc.oneof(
  fc.tuple(fc.record({ date: maybe(day), precision, recurrence, what: words, relative }), at).map(([value, place]) => fact('deadline', value, place)),
  fc.tuple(fc.record({ due: fc.record({ date: maybe(day), precision: fc.constant('day'), event: maybe(fc.constantFrom('signed_by_all', 'final_report_received', 'start')) }) }), at).map(([value, place]) => fact('payment', value, place)),
  fc.tuple(fc.record({ recurrence, minMeetings: maybe(fc.integer({ min: 0, max: 6 })), perYear: fc.boolean() }), at).map(([value, place]) => fact('steering', value, place)),
  fc.tuple(fc.record({ months: maybe(fc.integer({ min: 1, max: 6 })) }), at).map(([value, place]) => fact('notice', value, place)),
  fc.tuple(fc.record({ text: words, target: maybe(fc.nat()), by: maybe(day) }), at).map(([value, place]) => fact('goal', value, place)),
);
const anyTerm = fc.tuple(maybe(day), fc.integer({ min: 0, max: 900 }), fc.boolean()).map(([start, length, ends]) => period(start, start && ends ? addDays(start, length) : null));
/** A period and up to twelve facts that duties follow from, each with an id of its own. */
export const anyAgreement = fc.tuple(anyTerm, fc.array(anyFact, { maxLength: 12 })).map(([term, facts]) => [term, ...facts.map((one, index) => ({ ...one, id: `f${index}` }))]);
