import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '#pure/agreement';
import { f1, type Gold, macroF1, scoreReading, together } from '../support/score-reading.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder);

/** The scores of the agreements whose names begin so; the open pile's begin with none of the held-out piles' marks. */
function scored(belongs: (name: string) => boolean) {
  const golds = files.filter((file) => file.endsWith('.gold.json') && belongs(file));
  return together(
    golds.map((file) => {
      const text = ['txt', 'md'].map((ending) => file.replace('gold.json', ending)).find((name) => files.includes(name))!;
      return scoreReading(read(readFileSync(new URL(text, folder), 'utf8')), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Gold);
    }),
  );
}

const open = scored((name) => !/^[a-z]-/.test(name));
const heldOut = scored((name) => /^[a-z]-/.test(name));

// What the reader reaches today, less a little: a change that loses more than that is a loss, not noise.
test.each([
  ['party names', 0.96],
  ['org numbers', 0.97],
  ['period start', 0.97],
  ['period end', 0.97],
  ['amounts', 0.98],
  ['payments', 0.97],
  ['deadlines', 0.96],
  ['contact emails', 0.98],
  ['signatories', 0.98],
  ['commitments', 0.93],
])('in agreements the rules were made on, %s are read at F1 %d or better', (field, least) => {
  expect(f1(open.fields.get(field)!)).toBeGreaterThanOrEqual(least);
});

test('all kinds of facts together are read at macro F1 0.96 or better there, and 0.86 or better where they were not', () => {
  expect(macroF1(open)).toBeGreaterThanOrEqual(0.96);
  expect(macroF1(heldOut)).toBeGreaterThanOrEqual(0.86);
});
