import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '../support/sources.ts';

const words = (locale: string): Record<string, unknown> => JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'));
const swedish = words('sv');
const english = words('en');
const inputs = (message: unknown) => [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test('every sentence exists in Swedish and English, in alphabetical order', () => {
  expect(Object.keys(english)).toEqual(Object.keys(swedish));
  expect(Object.keys(swedish)).toEqual(Object.keys(swedish).sort());
});

test('a sentence asks for the same facts in both languages', () => {
  const differing = Object.keys(swedish).filter((key) => String(inputs(swedish[key])) !== String(inputs(english[key])));
  expect(differing).toEqual([]);
});

test('every refusal has words', () => {
  const codes = [...sources('src').values()].flatMap((text) => [...text.matchAll(/refuse\(\s*'[a-z-]+',\s*'([a-z-]+\.[a-z-]+)'|code: '([a-z]+\.[a-z-]+)'/g)]).map((match) => match[1] ?? match[2]);
  const missing = [...new Set(codes)].filter((code) => !(`refusal_${code.replace(/[.-]/g, '_')}` in swedish));
  expect(codes.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

test('no sentence is left that nobody says', () => {
  const said = [...sources('src').values()].join('\n');
  const unsaid = Object.keys(swedish).filter((key) => !said.includes(`m.${key}`) && !key.startsWith('refusal_'));
  expect(unsaid).toEqual([]);
});
