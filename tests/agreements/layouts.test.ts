import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '#pure/agreement';
import { LAYOUTS } from '../support/layouts.ts';
import { macroF1, scoreReading, together, type Gold } from '../support/score-reading.ts';

// How a text is laid out is not what it says: each rewritten text is scored against the gold of the text as written.

/** Agreements whose names begin so are held out: no rule is tried on them. */
const HELD_OUT = /^[hknpuw]-/;

const agreements = [new URL('./', import.meta.url), new URL('../../samples/', import.meta.url)].flatMap((folder) => {
  const files = readdirSync(folder);
  return files
    .filter((file) => file.endsWith('.gold.json') && !HELD_OUT.test(file))
    .map((file) => {
      const text = ['txt', 'md'].map((ending) => file.replace('gold.json', ending)).find((name) => files.includes(name))!;
      return { text: readFileSync(new URL(text, folder), 'utf8'), gold: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Gold };
    });
});

const scoreOf = (layout: string): number =>
  macroF1(together(agreements.map(({ text, gold }) => scoreReading(read(LAYOUTS[layout]!(text)), gold))));

const plain = scoreOf('as written');

/** What the line breaks alone said cannot be read without them: lists without marks, tables without rulings. */
const LOSSES: Record<string, number> = { 'on one line': 0.06, 'on pages, words divided': 0.015 };

test.each(Object.keys(LAYOUTS))('an agreement %s is read as well as one laid out by its author', (layout) => {
  expect(scoreOf(layout)).toBeGreaterThanOrEqual(plain - (LOSSES[layout] ?? 0.01));
});

test('every layout changes some text', () => {
  const unchanged = Object.entries(LAYOUTS).filter(([name, rewrite]) => name !== 'as written' && agreements.every(({ text }) => rewrite(text) === text));
  expect(unchanged).toEqual([]);
});
