import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '../support/sources.ts';

const page = readFileSync('docs/security.md', 'utf8');
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.) \| (.+) \|$/gm)].map(([, number, , mark, how]) => ({ number: number!, mark: mark!, how: how! }));

/** How many requirements of ASVS 5.0.0 each section has at level 1 and 2; they are its first ones. */
const SECTIONS: Record<string, number> = {
  '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2,
  '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1,
  '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2,
  '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4,
  '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3,
  '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4,
  '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2,
  '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1,
  '9.1': 3, '9.2': 4,
  '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3,
  '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1,
  '12.1': 3, '12.2': 2, '12.3': 4,
  '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5,
  '14.1': 2, '14.2': 4, '14.3': 3,
  '15.1': 3, '15.2': 3, '15.3': 7,
  '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3,
  '17.1': 1, '17.2': 4, '17.3': 2,
};

test('every requirement of level one and two has its line, and is met, met in part, not yet met or not about us', () => {
  const asked = Object.entries(SECTIONS).flatMap(([section, count]) => Array.from({ length: count }, (_, index) => `${section}.${index + 1}`));
  expect(asked.length).toBe(253);
  expect(rows.map(({ number }) => number)).toEqual(asked);
  expect(rows.filter(({ mark }) => !'✔◐☐–'.includes(mark))).toEqual([]);
});

test('what a line points at is there', () => {
  const named = rows.flatMap(({ how }) => [...how.matchAll(/`((?:src|tests|docs)\/[^`]+)`/g)].map(([, file]) => file!));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

/** What a walker keeps through a night without network is kept in the telephone; nothing else is. */
const KEPT_IN_THE_TELEPHONE = /^src\/routes\/night\/phone\//;

test('no page keeps anything in the browser but the night in its telephone', () => {
  const keeping = [...sources('src')].filter(([, text]) => /from 'idb'|\bcaches\./.test(text)).map(([file]) => file);
  expect(keeping.length).toBeGreaterThan(0);
  expect(keeping.filter((file) => !KEPT_IN_THE_TELEPHONE.test(file))).toEqual([]);
});

test('no page writes HTML of its own making, runs text as code or keeps anything in the browser', () => {
  for (const [file, text] of sources('src')) expect(text, file).not.toMatch(/\{@html|\binnerHTML\b|\beval\(|new Function\(|\b(?:local|session)Storage\.|indexedDB/);
});
