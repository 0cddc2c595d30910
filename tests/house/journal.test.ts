import { expect, test } from 'vitest';
import { EVENTS } from '#platform/journal/events.ts';
import { sources } from '../support/sources.ts';

const writing = [...sources('src')].filter(([file]) => !file.includes('journal/events.ts') && !file.includes('event-'));
const calls = writing.flatMap(([file, text]) => [...text.matchAll(/\bwitness(?:Reading)?\(\w+, \{ what(?:: ([^,}]+))?/g)].map(([, what]) => ({ file, what: what?.trim() ?? 'what' })));

test('what is written into the journal is known to it', () => {
  const named = calls.flatMap(({ what }) => [...what.matchAll(/'([^']*)'/g)].map(([, event]) => event));
  expect(calls.length).toBeGreaterThan(10);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((event) => !(EVENTS as readonly string[]).includes(event))).toEqual([]);
});

test('what is written into the journal is not put together from pieces, so that it can be searched for', () => {
  expect(calls.filter(({ what }) => what.includes('`'))).toEqual([]);
});

test('everything that the journal knows is written by somebody', () => {
  const texts = writing.map(([, text]) => text).join('\n');
  expect(EVENTS.filter((event) => !texts.includes(`'${event}'`))).toEqual([]);
});

test('what the journal knows stands once, in alphabetical order', () => {
  expect(EVENTS).toEqual([...new Set(EVENTS)].sort());
});
