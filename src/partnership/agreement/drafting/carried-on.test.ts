import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factsOf } from '../facts.ts';
import { read } from '../read/index.ts';
import { carriedOn } from './carried-on.ts';
import { composed } from './composed.ts';

const AGREEMENTS = ['tests/agreements', 'samples'].flatMap((folder) => readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md').map((name) => `${folder}/${name}`));

const counted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(/\p{L}+|\p{N}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const carried = (text: string) => {
  const reading = read(text);
  let id = 0;
  const facts = factsOf(reading);
  return { facts, content: carriedOn({ text, title: reading.title ?? 'Avtal', facts }, () => `clause-${(id += 1)}`) };
};

/** One in six: they are alike in what is tried here. */
test.each(AGREEMENTS.filter((_, at) => at % 6 === 0))('%s is carried on without losing a word, and states what was read in it', (file) => {
  const text = readFileSync(file, 'utf8');
  const { facts, content } = carried(text);
  const draft = composed(content);
  const said = counted(draft.text);
  expect([...counted(text)].filter(([word, times]) => (said.get(word) ?? 0) < times)).toEqual([]);
  const stated = factsOf(draft.reading).map(({ kind }) => kind);
  for (const kind of new Set(facts.map((fact) => fact.kind))) expect(stated.filter((one) => one === kind), kind).toHaveLength(facts.filter((fact) => fact.kind === kind).length);
});

test('a day and a sum of a document that is carried on are fields, and follow when they are changed', () => {
  const text = readFileSync('samples/ungkraft-vintervik.txt', 'utf8');
  const { content } = carried(text);
  expect(content.clauses.map(({ heading }) => heading)).toContain('4.1 Mål');
  expect(content.fields.find(({ slug }) => slug === 'tid-1-slut')).toMatchObject({ kind: 'date', value: '2027-02-28', written: 'iso' });
  const later = composed({ ...content, fields: content.fields.map((field) => (field.slug === 'tid-1-slut' ? { ...field, value: '2027-06-30' } : field.slug === 'betalning-1-belopp' ? { ...field, value: 250_000 } : field)) });
  expect(later.text).toContain('Partnerskapet pågår 2026-03-01 – 2027-06-30.');
  expect(later.reading.period?.end?.date).toBe('2027-06-30');
  expect(later.reading.payments[0].sek).toBe(250_000);
});

test('a line that only leads into a list stays with its list, and a sentence is no heading', () => {
  const headingsOf = (name: string) => carried(readFileSync(`samples/${name}.txt`, 'utf8')).content.clauses.map(({ heading }) => heading);
  expect(headingsOf('ishockey-hammarnas').filter((heading) => /ska$/.test(heading))).toEqual([]);
  expect(headingsOf('nattvandring-lindsala')).not.toContain('Stiftelsen ska');
  expect(headingsOf('ungkraft-vintervik')).not.toContain('Tvist löses i första hand i styrgruppen.');
  // Where it is what the others are headed by, it is a heading.
  expect(headingsOf('samklang-strandkoping')).toContain('Samklang åtar sig att');
  const { clauses } = carried(readFileSync('samples/ishockey-hammarnas.txt', 'utf8')).content;
  expect(clauses.find(({ heading }) => heading === '5.2 Kommunen')!.body).toMatch(/^Kommunen ska\s+(?:[-a-e])/);
});
