import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '../support/sources.ts';

/** Rows of the table whose room is already built: term, code name, room. */
const rows = readFileSync('GLOSSARY.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [^|-]/.test(line))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, swedish, code, room]) => ({ swedish, code: code.replaceAll('`', ''), room }));

test('every code name in the glossary exists in its room', () => {
  const missing = rows.filter(({ code, room }) => {
    const texts = [...sources(['kernel', 'platform'].includes(room) ? `src/${room}` : `src/partnership/${room}`).values()];
    return !texts.some((text) => new RegExp(`\\b${code}\\b`, 'i').test(text));
  });
  expect(rows.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
