import { expect, test } from 'vitest';
import { handBuiltPdf, type PdfParts, type PdfWords } from '../../../../../tests/support/hand-built-pdf.ts';
import { read } from '../../read/index.ts';
import { pdfText } from './pdf.ts';

const words = (text: string, x: number, y: number, more: Partial<PdfWords> = {}): PdfWords => ({ text, x, y, ...more });
const prose = 'Parterna samverkar om trygghet för barn och unga i kommunen under hela tiden';
const textOf = async (parts: PdfParts) => {
  const found = await pdfText(handBuiltPdf(parts));
  if (!found.ok) throw new Error(found.refusals[0].code);
  return found.value;
};

test('lines come in reading order with empty lines where the page has space', async () => {
  const page = [words('slutar här.', 70, 706), words(prose, 70, 720), words('Nästa stycke.', 70, 670)];
  expect((await textOf({ pages: [page] })).text).toBe(`${prose} slutar här.\n\nNästa stycke.`);
});

test('a line that ends although the next word had room is a line of its own', async () => {
  const page = [words(prose, 70, 740), words('Storgatan 1', 70, 700), words('123 45 Exempelstad', 70, 686)];
  expect((await textOf({ pages: [page] })).text).toBe(`${prose}\n\nStorgatan 1\n123 45 Exempelstad`);
});

test('bytes read by Node are as good as any', async () => {
  const found = await pdfText(Buffer.from(handBuiltPdf({ pages: [[words(prose, 70, 700)]] })));
  expect(found).toMatchObject({ ok: true, value: { text: prose } });
});

test('larger lines and bold ones with a number are headings, with the numbers they stand beside', async () => {
  const page = [words('Avtal', 70, 780, { size: 20 }), words('1', 70, 750, { isBold: true }), words('Bakgrund', 100, 750, { isBold: true }), words(prose, 70, 730)];
  expect((await textOf({ pages: [page] })).text).toBe(`# Avtal\n\n## 1 Bakgrund\n\n${prose}`);
});

test('words in columns are rows with their empty cells in place', async () => {
  const page = [words(prose, 70, 700), words('Post', 70, 660), words('2025', 300, 660), words('2026', 400, 660), words('Lokal', 70, 645), words('45 000', 400, 645), words('Lön', 70, 630), words('385 000', 300, 630)];
  expect((await textOf({ pages: [page] })).text).toContain('| Post | 2025 | 2026 |\n| Lokal |  | 45 000 |\n| Lön | 385 000 |  |');
});

test('a bullet is a mark and not a column', async () => {
  const page = [words(prose, 70, 700), words('•', 80, 680), words('erbjuda läxhjälp', 95, 680), words('a)', 80, 666), words('rapportera', 95, 666)];
  expect((await textOf({ pages: [page] })).text).toContain('- erbjuda läxhjälp\na) rapportera');
});

test('a raised figure is the mark of a footnote and does not change the sum before it', async () => {
  const page = [words(prose, 70, 700), words('Bidraget är 250 000', 70, 660), words('1', 176, 664, { size: 6 })];
  expect((await textOf({ pages: [page] })).text).toContain('Bidraget är 250 000[^1]');
});

test('letters drawn twice to look bold are read once', async () => {
  const page = [words(prose, 70, 700), words('Ekonomi', 70, 660), words('Ekonomi', 70.3, 660)];
  expect((await textOf({ pages: [page] })).text).toBe(`${prose}\n\nEkonomi`);
});

test('a new page begins with a form feed, and pages without text are told of', async () => {
  const found = await textOf({ pages: [[words(prose, 70, 700)], [], [words('Sida tre', 70, 700)]] });
  expect(found.text).toBe(`${prose}\n\f\n\fSida tre`);
  expect(found.notes).toEqual([{ code: 'pages-without-text', facts: { count: 1, pages: '2' } }]);
});

test('what pages repeat stands last on each, so that it neither names the agreement nor cuts its sentences', async () => {
  const page = (number: number, text: string) => [words('Exempelstads kommun, dnr 12', 70, 810), words(text, 70, 700), words(`Sida ${number} (2)`, 270, 30)];
  const found = await textOf({ pages: [page(1, prose), page(2, 'och framåt.')] });
  expect(found.text).toBe(`${prose}\n\nExempelstads kommun, dnr 12\nSida 1 (2)\n\foch framåt.\n\nExempelstads kommun, dnr 12\nSida 2 (2)`);
});

test('annexes that begin alike are not taken for headers', async () => {
  const page = (number: number) => [words(`Bilaga ${number}`, 70, 780), words(prose, 70, 700 - number * 40)];
  expect((await textOf({ pages: [page(1), page(2)] })).text.startsWith('Bilaga 1')).toBe(true);
});

test('a tagged page gives headings, lists with their labels, and tables as the tags tell', async () => {
  const page = [words('Avtal', 70, 780, { mark: 0 }), words(prose, 70, 740, { mark: 1 }), words('och framåt.', 70, 726, { mark: 1 }), words('•', 80, 700, { mark: 2 }), words('betala', 95, 700, { mark: 3 }), words('a)', 80, 680, { mark: 4 }), words('vandra', 95, 680, { mark: 5 }), words('Lön', 70, 660, { mark: 6 }), words('385 000', 300, 660, { mark: 7 })];
  const item = (label: number, body: number) => ({ role: 'LI', holds: [{ role: 'Lbl', holds: [label] }, { role: 'LBody', holds: [body] }] });
  const structure = [{ role: 'H1', holds: [0] }, { role: 'P', holds: [1] }, { role: 'L', holds: [item(2, 3), item(4, 5)] }, { role: 'Table', holds: [{ role: 'TR', holds: [{ role: 'TH', holds: [6] }, { role: 'TD', holds: [7] }] }] }];
  expect((await textOf({ pages: [page], structure })).text).toBe(`# Avtal\n\n${prose} och framåt.\n\n- betala\na) vandra\n\n| Lön | 385 000 |\n`);
});

test('tags that leave out half the page are not trusted with it', async () => {
  const page = [words('Avtal', 70, 780, { mark: 0 }), words(prose, 70, 740)];
  expect((await textOf({ pages: [page], structure: [{ role: 'H1', holds: [0] }] })).text).toContain(prose);
});

const carried = `Avtal\n\n${prose} för 250 000 kr.`;
const attachment = (text: string) => JSON.stringify({ ...read(text), text });
const shown = [words('Avtal', 70, 780), words(`${prose} för 250 000 kr.`, 70, 740)];

test('a PDF made by Handslag is read from the reading it carries', async () => {
  const found = await textOf({ pages: [shown], attachments: { 'avtal.json': attachment(carried) } });
  expect(found.format).toBe('handslag-pdf');
  expect(found.text).toBe(carried);
  expect(found.reading?.format).toBe('handslag.agreement/1');
});

test('a file that shows one sum and carries another is read as it shows', async () => {
  const found = await textOf({ pages: [shown], attachments: { 'avtal.json': attachment(carried.replace('250 000', '950 000')) } });
  expect(found.reading).toBeUndefined();
  expect(found.notes).toEqual([{ code: 'carried-reading-differs' }]);
});

test('a carried reading that points outside its text is not used', async () => {
  const reading = { ...read(carried), text: carried, titleSource: { start: 0, end: 99_999, line: 1 } };
  const found = await textOf({ pages: [shown], attachments: { 'avtal.json': JSON.stringify(reading) } });
  expect(found.format).toBe('pdf');
});
