import { expect, test } from 'vitest';
import { EVENTS } from '#platform/journal/events.ts';
import { sources } from '../support/sources.ts';

const writing = [...sources('src')].filter(([file]) => !/journal\/event/.test(file));
/** What stands after `what:` wherever something is witnessed. */
const said = writing.filter(([, text]) => /\bwitness(Reading)?\(/.test(text)).flatMap(([, text]) => [...text.matchAll(/\bwhat: ([^,}]+)/g)].map(([, what]) => what));

test('what is written into the journal is known to it', () => {
  const named = said.flatMap((what) => [...what.matchAll(/'([^']*)'/g)].map(([, event]) => event));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((event) => !(EVENTS as readonly string[]).includes(event))).toEqual([]);
});

test('what is written into the journal is not put together from pieces, so that it can be searched for', () => {
  expect(said.filter((what) => what.includes('`'))).toEqual([]);
});

test('everything that the journal knows is written by somebody', () => {
  const texts = writing.map(([, text]) => text).join('\n');
  expect(EVENTS.filter((event) => !texts.includes(`'${event}'`))).toEqual([]);
});

test('what the journal knows stands once, in alphabetical order', () => {
  expect(EVENTS).toEqual([...new Set(EVENTS)].sort());
});
