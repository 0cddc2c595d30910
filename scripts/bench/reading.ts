import { readdirSync, readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { readAndCheck } from '#pure/agreement';
import { readBytes } from '../../src/partnership/agreement/read-bytes.ts';
import { handBuiltPdf } from '../../tests/support/hand-built-pdf.ts';
import { medianOf, type Row, row } from './measure.ts';

/** Characters of a written page: 40 lines of 75. */
const PAGE = 3_000;

const sample = readFileSync('samples/hej-granby.md', 'utf8');

/** A text of so many pages, made of the sample again and again. */
const pages = (count: number): string => sample.repeat(Math.ceil((count * PAGE) / sample.length)).slice(0, count * PAGE);

/** Ten pages in which nothing is said twice: the longest of our agreements, one after the other. */
function unlike(): string {
  const texts = readdirSync('tests/agreements').filter((name) => /^[a-zåäö-]+\.(txt|md)$/.test(name)).map((name) => readFileSync(`tests/agreements/${name}`, 'utf8'));
  return texts.sort((a, b) => b.length - a.length).join('\n\n').slice(0, 10 * PAGE);
}

/** The reader is much code, each piece of it run seldom: it takes so many times before the engine has done with it. */
const WARM = 60;

export async function benchReading(): Promise<Row[]> {
  const ten = pages(10);
  const rows = [row('read and check ten pages of text, warm', await medianOf(40, () => readAndCheck(ten), WARM), 'ms', 10, 'limit 10 ms')];
  const others = unlike();
  rows.push(row('the same of ten pages in which nothing is said twice', await medianOf(40, () => readAndCheck(others), WARM), 'ms', 10, 'limit 10 ms'), await fromPdf(ten));
  const perPage = new Map<number, number>();
  for (const count of [1, 10, 100, 1000]) {
    const text = pages(count);
    perPage.set(count, (await medianOf(count > 100 ? 3 : 10, () => readAndCheck(text))) / count);
  }
  for (const [count, each] of perPage) {
    rows.push({ what: `read and check ${count} pages, per page`, measured: `${each.toFixed(2)} ms`, against: 'within 1.5 × of one page', ratio: each / perPage.get(1)! / 1.5 });
  }
  return rows;
}

/** What reading a PDF costs over what unpdf alone takes to give its text. */
async function fromPdf(text: string): Promise<Row> {
  const lines = text.split('\n').flatMap((line) => line.match(/.{1,90}(?:\s|$)/g) ?? ['']);
  const onPages = Array.from({ length: Math.ceil(lines.length / 45) }, (_, page) =>
    lines.slice(page * 45, page * 45 + 45).flatMap((line, at) => (line.trim() ? [{ text: line.trimEnd(), x: 60, y: 780 - at * 16, size: 10 }] : [])),
  );
  const pdf = handBuiltPdf({ pages: onPages });
  const alone = await medianOf(10, async () => extractText(await getDocumentProxy(new Uint8Array(pdf))));
  const whole = await medianOf(10, () => readBytes(new Uint8Array(pdf)));
  return row(`read and check the same as a PDF of ${onPages.length} pages, over the ${Math.round(alone)} ms that unpdf alone takes`, whole - alone, 'ms', 60, 'limit 60 ms over');
}
