import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from '#platform/database/migrate.ts';

const text = (name: string) => readFileSync(`src/platform/migrations/${name}`, 'utf8');

test('migrations are numbered from one without gaps', () => {
  expect(migrations().map((name) => Number(name.slice(0, 4)))).toEqual(migrations().map((_, index) => index + 1));
});

test('a migration is of one schema, and its name says which', () => {
  for (const name of migrations()) {
    const schemas = [...text(name).matchAll(/(?:create(?: or replace)?|alter) (?:table|schema|function|policy \w+ on)(?: if not exists)? (\w+)/g)].map(([, schema]) => schema);
    expect([...new Set(schemas)], name).toEqual([/^\d{4}-([a-z_]+)/.exec(name)?.[1]]);
  }
});

/**
 * What a column may hold, and what is there once, is said anew by dropping the constraint or the index and adding it wider; a
 * function that nothing asks any more may go. Nothing that is kept is touched.
 */
const SAID_ANEW = /\bdrop constraint (\w+), add constraint \1\b|\bdrop index \w+\.(\w+);\s+create unique index \2\b|\bdrop function [\w.]+;/gi;

test('migrations only go forward', () => {
  for (const name of migrations()) expect(text(name).replace(SAID_ANEW, ''), name).not.toMatch(/\b(drop(?! not null)|truncate)\b/i);
});
