import { readFileSync } from 'node:fs';
import { readAndCheck } from '#pure/agreement';
import { medianOf, type Row, row } from './measure.ts';

/** Characters of a written page: 40 lines of 75. */
const PAGE = 3_000;

const sample = readFileSync('samples/hej-granby.md', 'utf8');

/** A text of so many pages, made of the sample again and again. */
const pages = (count: number): string => sample.repeat(Math.ceil((count * PAGE) / sample.length)).slice(0, count * PAGE);

export async function benchReading(): Promise<Row[]> {
  const ten = pages(10);
  const rows = [row('read and check ten pages of text, warm', await medianOf(40, () => readAndCheck(ten)), 'ms', 10, 'limit 10 ms')];
  const each: number[] = [];
  for (const count of [1, 10, 100, 1000]) {
    const text = pages(count);
    each.push((await medianOf(count > 100 ? 3 : 10, () => readAndCheck(text))) / count);
    rows.push({ what: `read and check ${count} pages, per page`, measured: `${each.at(-1)!.toFixed(2)} ms`, against: 'ten pages, per page', ratio: each.at(-1)! / (each[1] ?? each[0]) });
  }
  return rows;
}
