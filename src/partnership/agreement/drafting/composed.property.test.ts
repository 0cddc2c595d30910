import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACT_KINDS, factsOf } from '../facts.ts';
import { readingSchema } from '../model.ts';
import { moneyIn } from '../read/lex/money.ts';
import { numbersIn } from '../read/lex/numbers.ts';
import { changed } from './changed.ts';
import { composed } from './composed.ts';
import { wordsOf } from './field-words.ts';
import { type DraftChange, type DraftContent, FIELD_KINDS } from './model.ts';
import { ROWS, type RowName } from './rows.ts';
import { fromTemplate, TEMPLATE_NAMES } from './templates/index.ts';

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('Föreningen Lyktan', 'fler unga vågar ta plats', 'Åsa Öberg', '12 april', '{start}', '- ', '\n\n'));
const value = fc.oneof({ weight: 6, arbitrary: fc.oneof(day, fc.nat(9_999_999), fc.constantFrom('2/3', '40 %'), words) }, fc.constant(null), fc.double());
const change: fc.Arbitrary<(content: DraftContent) => DraftChange> = fc.oneof(
  fc.record({ at: fc.nat(), heading: words, body: words }).map(({ at, heading, body }) => ({ clauses }: DraftContent) => {
    const clause = clauses[at % clauses.length];
    return { kind: 'change' as const, clauseId: clause.id, version: 1, heading: heading || 'Rubrik', body: clause.body.slice(0, at % (clause.body.length + 1)) + body };
  }),
  fc.tuple(fc.nat(), fc.constantFrom(...(Object.keys(ROWS) as RowName[]))).map(([at, row]) => ({ clauses }: DraftContent) => ({ kind: 'add-row' as const, clauseId: clauses[at % clauses.length].id, row })),
  fc.nat().map((at) => ({ facts, clauses }: DraftContent) => ({ kind: 'remove-row' as const, clauseId: clauses[at % clauses.length].id, key: facts[at % facts.length]?.key ?? '' })),
  fc.tuple(fc.nat(), fc.nat()).map(([at, to]) => ({ clauses }: DraftContent) => ({ kind: 'move' as const, clauseId: clauses[at % clauses.length].id, after: clauses[to % clauses.length].id })),
  fc.nat().map((at) => ({ clauses }: DraftContent) => (clauses.length > 1 ? { kind: 'remove' as const, clauseId: clauses[at % clauses.length].id, version: 1 } : { kind: 'add' as const, heading: 'Ny', body: '{antal-a} och {datum-b}', after: null })),
);

/** Templates that have been written on: rows and clauses come and go, and fields hold what fits them or anything. */
const contents = fc.record({ template: fc.constantFrom(...TEMPLATE_NAMES), changes: fc.array(change, { maxLength: 6 }), values: fc.array(value, { minLength: 5, maxLength: 80 }), odd: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }) }).map(({ template, changes, values, odd }) => {
  let id = 0;
  const newId = () => `clause-${(id += 1)}`;
  let content = fromTemplate(template, { title: 'Överenskommelse', parties: [] }, newId);
  for (const make of changes) {
    const next = changed({ ...content, version: 1 }, make(content), newId);
    if (next.ok) content = next.value;
  }
  const fields = content.fields.map((field, at) => ({ ...field, value: values[at % values.length] }));
  const more = FACT_KINDS.map((kind) => ({ key: `udda-${kind}`, kind, clauseId: content.clauses[0]?.id ?? '', value: { ...odd, sek: 123_457, date: '2031-03-07' } }));
  return { ...content, fields, facts: [...content.facts, ...more] };
});

test('whatever is written, the text composes, its reading holds, and every place lies on what is stated there', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const { text, sections, fields, reading } = composed(content);
      expect(readingSchema.parse(reading)).toEqual(reading);
      for (const { clauseId, start, end } of sections) expect(text.slice(start, end)).toContain(content.clauses.find(({ id }) => id === clauseId)!.heading.includes('{') ? '' : content.clauses.find(({ id }) => id === clauseId)!.heading);
      for (const { slug, filled, start, end } of fields) if (filled) expect(text.slice(start, end)).toBe(wordsOf(content.fields.find((field) => field.slug === slug)!));
      const facts = factsOf(reading);
      for (const { span } of facts) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.line).toBe(text.slice(0, span.start).split('\n').length);
      }
      // The place of a sum or a day is where the text says just that.
      for (const { sek, source } of reading.amounts) expect(moneyIn(`${text.slice(source.start, source.end)} kronor`).map((money) => money.sek)).toContain(sek);
      for (const dated of [reading.period?.start, reading.period?.end]) if (dated && !dated.derived) expect(wordsOf({ kind: 'date', value: dated.date })).toBe(text.slice(dated.source.start, dated.source.end));
      for (const { sek, source } of reading.payments) if (sek !== null) expect(text.slice(source.start, source.end)).toContain(wordsOf({ kind: 'amount', value: sek }));
    }),
    { numRuns: 40 },
  );
});

test('every number and every day that a fact states stands in the text', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(contents, (content) => {
      const { text, reading } = composed(content);
      const figures = new Set([...numbersIn(text).map((number) => number.value), ...moneyIn(text).map(({ sek }) => sek)]);
      for (const { value } of factsOf(reading)) {
        for (const leaf of leavesOf(value)) {
          if (typeof leaf === 'number') expect(figures).toContain(leaf);
          if (typeof leaf === 'string' && /^20\d\d-\d\d-\d\d$/.test(leaf)) expect(text.includes(leaf) || text.includes(wordsOf({ kind: 'date', value: leaf })!)).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).flatMap(([key, leaf]) => (key === 'source' || key === 'relative' ? [] : leavesOf(leaf)));
}

test('a kind of field that is filled in stands in the text as Swedes write it', () => {
  const said = { text: ['  två  ord ', 'två ord'], date: ['2027-02-01', '1 februari 2027'], amount: [2_644_000, '2\u00a0644\u00a0000'], number: [70, '70'], months: [3, 'tre'], share: ['2/3', '2/3'] } as const;
  expect(Object.fromEntries(FIELD_KINDS.map((kind) => [kind, wordsOf({ kind, value: said[kind][0] })]))).toEqual(Object.fromEntries(FIELD_KINDS.map((kind) => [kind, said[kind][1]])));
});
