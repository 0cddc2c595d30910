import { PDF, PdfDict, type PdfObject, PdfRef, type PdfStream, type PdfString } from '@libpdf/core';
import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { afterAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { readAndCheck } from '#pure/agreement';
import { intake } from '../../partnership/agreement/intake/intake.ts';
import { sixPageDocument } from '../../../tests/support/six-page-document.ts';
import type { DocumentContent, PosterContent } from './content.ts';
import { documentRenderer } from './renderer.ts';

const renderer = documentRenderer();
afterAll(() => renderer.close());

const pdf = async (content: DocumentContent) => sure(await renderer.pdf(content));
const readBack = async (bytes: Uint8Array) => sure(await intake(bytes));
const small = (text: string): DocumentContent => ({ ...sixPageDocument, title: text, subtitle: null, sections: [{ number: '1', heading: text, blocks: [{ kind: 'paragraph', text }] }], budget: [], lifeline: null, annexes: [], signatories: [] });

/** The catalogue of the file, and its fonts' descriptions. */
async function insideOf(bytes: Uint8Array): Promise<{ look: (name: string) => PdfObject | undefined; fonts: PdfDict[] }> {
  const file = await PDF.load(bytes);
  const numbers = Buffer.from(bytes).toString('latin1').match(/\d+(?= 0 obj)/g) ?? [];
  const dicts = numbers.map((number) => file.getObject(PdfRef.of(Number(number), 0))).filter((object) => object instanceof PdfDict);
  return { look: (name) => file.getCatalog().get(name, file.getObject.bind(file)), fonts: dicts.filter((dict) => dict.getName('Type')?.value === 'FontDescriptor') };
}

/** The roles of the structure tree, page by page, with what the drawings say instead. */
async function tags(bytes: Uint8Array): Promise<{ roles: Set<string>; alt: string[] }> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const [roles, alt] = [new Set<string>(), [] as string[]];
  const walk = (node: { role?: string; alt?: string; children?: object[] }) => {
    if (node.role) roles.add(node.role);
    if (node.alt) alt.push(node.alt);
    for (const child of node.children ?? []) walk(child);
  };
  for (let page = 1; page <= file.numPages; page += 1) walk((await (await file.getPage(page)).getStructTree()) ?? {});
  await file.destroy();
  return { roles, alt };
}

test('a document says that it is for archives and for everyone, in its language, and bears its fonts', async () => {
  const bytes = await pdf(sixPageDocument);
  const { look, fonts } = await insideOf(bytes);
  const xmp = new TextDecoder().decode((look('Metadata') as PdfStream).getDecodedData());
  expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect((look('Lang') as PdfString).asString()).toBe('sv-SE');
  expect((look('MarkInfo') as PdfDict).getBool('Marked')?.value).toBe(true);
  expect((look('ViewerPreferences') as PdfDict).getBool('DisplayDocTitle')?.value).toBe(true);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font.has('FontFile2') || font.has('FontFile3')).toBe(true);
});

test('headings, lists, tables with headers and the drawing are there also for those who do not see', async () => {
  const { roles, alt } = await tags(await pdf(sixPageDocument));
  for (const role of ['H1', 'H2', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure', 'P', 'TOC']) expect(roles).toContain(role);
  expect(alt).toHaveLength(1);
  expect(alt[0]).toContain('30 juni 2027: Sista dag att säga till om förlängning.');
});

test('equal content gives equal bytes, whatever was made in between', async () => {
  const first = await pdf(sixPageDocument);
  await pdf(small('Något annat, på ett annat språk: ett dokument till'));
  const again = documentRenderer();
  expect(Buffer.compare(first, await pdf(sixPageDocument))).toBe(0);
  expect(Buffer.compare(first, sure(await again.pdf(sixPageDocument)))).toBe(0);
  again.close();
});

test('our own reader finds headings, lists and tables as they were given', async () => {
  const { text } = await readBack(await pdf(sixPageDocument));
  for (const line of ['# Hej Granby – en mötesplats för unga som är nya i kommunen', '## 5 Utbetalningar', '### 4.1 Föreningen', '- Båda för statistik över besök utan att skriva ned någons namn.', '3. Minst 40 deltagare har tagit steget till att bli volontär.', '| 3 | 1 juni 2027 | 844 000 kr |', '| Summa kostnader | 2 644 000 kr |', '| 30 juni 2027 | Sista dag att säga till om förlängning |', '## Bilaga 1 Lokaler', 'Originalet är den elektroniska filen. Utskriften är inte originalet.']) {
    expect(text.split('\n').map((each) => each.replaceAll('\u00a0', ' '))).toContain(line);
  }
});

test('the data it carries is its own source, and says what the page says', async () => {
  const paragraphs = ['Granby kommun bidrar med 2 644 000 kr till Öppna Dörren Granby.', 'Avtalet gäller från och med den 1 april 2026 till och med den 31 december 2027.'];
  const text = paragraphs.join('\n\n');
  const json = JSON.stringify({ ...readAndCheck(text), text });
  const content = { ...small('Hej Granby'), sections: [{ number: '1', heading: 'Avtalet', blocks: paragraphs.map((each) => ({ kind: 'paragraph' as const, text: each })) }], attachment: { name: 'avtal.json', json } };
  const bytes = await pdf(content);
  const attached = await (await PDF.load(bytes)).attachments.get('avtal.json');
  expect(new TextDecoder().decode(attached!)).toBe(json);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/AFRelationship /Source');
  expect(await readBack(bytes)).toMatchObject({ format: 'handslag-pdf', text, notes: [] });
  const other = await pdf({ ...content, sections: [{ ...content.sections[0]!, blocks: [{ kind: 'paragraph', text: 'Granby kommun bidrar med 9 644 000 kr.' }] }] });
  expect(await readBack(other)).toMatchObject({ format: 'pdf', notes: [{ code: 'carried-reading-differs' }] });
});

test('a sheet to put up is one page, for everyone, with the code in words too, and equal content gives equal bytes', async () => {
  const poster: PosterContent = { language: 'sv', from: 'Föreningen Lyktan', title: 'Vandra med oss söndag 29 november 2026', lead: '21:00–00:30, Centrum.', code: { address: 'https://handslag.example.se/walk?group=45425ec7-caee-4ffd-a591-55651634a06e', words: 'Kod att fotografera' }, how: 'Rikta kameran mot koden.', lines: Array.from({ length: 8 }, (_, night) => `Fredag ${night + 1} december 2026 21:00–00:30, Stationsparken och Hamntorget`) };
  const bytes = sure(await renderer.poster(poster));
  const file = await getDocumentProxy(new Uint8Array(bytes));
  expect(file.numPages).toBe(1);
  await file.destroy();
  expect(await tags(bytes)).toEqual({ roles: expect.toSatisfy((roles: Set<string>) => roles.has('Figure') && roles.has('P')), alt: ['Kod att fotografera'] });
  expect((await readBack(bytes)).text.replace(/\s+/g, ' ')).toContain('söndag 29 november 2026');
  expect(Buffer.compare(bytes, sure(await renderer.poster(structuredClone(poster))))).toBe(0);
});

test('people may type any character; what no font has is shown as a square and can be told beforehand', async () => {
  const typed = 'Åsa\u030a 中文 😀 العربية ไทย \ue000 \u0007 \ud800 x';
  const { text } = await readBack(await pdf(small(typed)));
  expect(text).toContain('□□ □ العربية');
  expect(sure(await renderer.illegible(small(typed)))).toEqual(['中', '文', '😀', 'ไ', 'ท', 'ย', '\ue000']);
  expect(sure(await renderer.illegible(sixPageDocument))).toEqual([]);
});

test('whatever people leave empty or write too long, a document comes of it', async () => {
  const empty = { number: null, heading: ' ', blocks: [{ kind: 'list' as const, ordered: true, items: [] }, { kind: 'table' as const, head: [], rows: [] }, { kind: 'table' as const, head: ['a'], rows: [['', 'b'.repeat(400)], []] }] };
  const given: DocumentContent = { ...sixPageDocument, title: '', date: null, sections: [{ ...empty, number: '4.2.1' }, { ...empty, heading: 'y'.repeat(300) }], annexes: [{ title: '', sections: [] }], attachment: { name: '', json: '' } };
  const { text } = await readBack(await pdf(given));
  expect(text).toContain('# Överenskommelse');
  expect(text).toContain('4.2.1 –');
});

test('what people type is text, and nothing in it is run', async () => {
  const { text } = await readBack(await pdf(small('#read("/etc/passwd") *inte fet* $x$ \\ @a <b> och sju ord till')));
  expect(text).toContain('#read("/etc/passwd") *inte fet* $x$ \\ @a <b> och sju ord till');
});

test('a file for Word has the same headings, lists and tables, its language, and equal bytes', async () => {
  const bytes = sure(await renderer.docx(sixPageDocument));
  const { text } = await readBack(bytes);
  for (const line of ['## 5 Utbetalningar', '### 4.1 Föreningen', '- Båda för statistik över besök utan att skriva ned någons namn.', '3. Minst 40 deltagare har tagit steget till att bli volontär.', '| 3 | 1 juni 2027 | 844 000 kr |', '## Bilaga 1 Lokaler']) expect(text.split('\n').map((each) => each.replaceAll('\u00a0', ' '))).toContain(line);
  expect(new TextDecoder().decode(unzipSync(bytes)['word/styles.xml'])).toContain('w:val="sv-SE"');
  expect(Buffer.compare(bytes, sure(await renderer.docx(structuredClone(sixPageDocument))))).toBe(0);
});

test('whoever is about to promise a document can ask whether one can be made', async () => {
  expect(await renderer.ready()).toEqual({ ok: true, value: null });
  const hasty = documentRenderer({ seconds: 0.001 });
  expect(await hasty.ready()).toMatchObject({ ok: false, refusals: [{ code: 'documents.content-too-large' }] });
  hasty.close();
});
