import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '#pure/agreement';
import { f1, macroF1, scoreReading, together, type Gold } from '../support/score-reading.ts';

const folder = new URL('./', import.meta.url);
const gold = readdirSync(folder).filter((file) => file.endsWith('.gold.json'));
const scores = gold.map((file) => {
  const text = ['txt', 'md'].map((ending) => file.replace('gold.json', ending)).find((name) => readdirSync(folder).includes(name))!;
  return scoreReading(read(readFileSync(new URL(text, folder), 'utf8')), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Gold);
});
const all = together(scores);

// What the reader reaches today, less a little: a change that loses more than that is a loss, not noise.
test.each([
  ['party names', 0.98], ['org numbers', 0.98], ['period start', 0.96], ['period end', 0.96], ['amounts', 0.97], ['contact emails', 0.98], ['signatories', 0.98], ['commitments', 0.88],
])('%s are read at F1 %d or better', (field, least) => expect(f1(all.fields.get(field)!)).toBeGreaterThanOrEqual(least));

test('all kinds of facts together are read at macro F1 0.95 or better', () => expect(macroF1(all)).toBeGreaterThanOrEqual(0.95));
