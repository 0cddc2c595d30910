import { expect, test } from 'vitest';
import { read } from '../read/index.ts';
import { structure } from '../read/structure/index.ts';
import { sumDoesNotAddUp } from './sum-does-not-add-up.ts';

const found = (...rows: string[]) => {
  const text = `## Budget\n\n${rows.join('\n')}\n`;
  return sumDoesNotAddUp.find({ doc: structure(text), reading: read(text) }).map(({ facts }) => [facts.label, facts.computed.replace(/\s/gu, ' ')]);
};

test('in a table with a column for each year, each sum is that of its own column', () => {
  const right = ['| Post | 2025 | 2026 | Totalt |', '|---|--:|--:|--:|', '| Lön | 100 000 | 120 000 | 220 000 |', '| Hyra | 50 000 | 0 | 50 000 |', '| Summa | 150 000 | 120 000 | 270 000 |'];
  expect(found(...right)).toEqual([]);
  expect(found(...right.slice(0, -1), '| Summa | 150 000 | 130 000 | 270 000 |')).toEqual([['Summa 2026', '120 000 kr']]);
});

test('a row with one figure of which nobody can tell the year leaves the sums alone', () => {
  expect(found('| Post | 2025 | 2026 |', '|---|--:|--:|', '| Lön | 100 000 | 120 000 |', '| Hyra | 60 000 | |', '| Duk | 5 000 | |', '| Summa | 165 000 | 120 000 |')).toEqual([]);
});

test('a table with one figure a row is summed as it stands', () => {
  expect(found('| Post | Belopp |', '|---|--:|', '| Lön | 100 000 |', '| Hyra | 50 000 |', '| Summa | 140 000 |')).toEqual([['Summa', '150 000 kr']]);
});
