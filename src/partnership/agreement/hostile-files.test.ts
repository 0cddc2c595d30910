import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docxPackage, paragraph } from '../../../tests/support/docx-package.ts';
import { handBuiltPdf } from '../../../tests/support/hand-built-pdf.ts';
import { apartReader } from './read-apart.server.ts';

/** Bounded: the reader's own limit and the start of a child. */
const SECONDS = 20;
const reader = apartReader({ seconds: SECONDS });
beforeAll(() => reader.warm());
afterAll(() => reader.close());

/** How the file was answered: the kind it was read as, or the refusal's code. Fails where the answer took too long or swelled this process. */
async function answerTo(bytes: Uint8Array): Promise<string> {
  const started = performance.now();
  const before = process.memoryUsage().rss;
  const answer = await reader.read(bytes);
  expect(performance.now() - started).toBeLessThan((SECONDS + 5) * 1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  return answer.ok ? answer.value.format : answer.refusals[0].code;
}

const agreement = 'Överenskommelse mellan Exempelstads kommun och Föreningen Nattljus.\n';
const text = (content: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(content, encoding));
const randomBytes = (count: number) => {
  let state = 42;
  return Uint8Array.from({ length: count }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24);
};
const onePage = handBuiltPdf({ pages: [[{ text: agreement.trim(), x: 70, y: 700 }]] });

test('random bytes are of no known kind', async () => {
  expect(await answerTo(randomBytes(3_000_000))).toBe('agreement.file-kind-unknown');
});

test('random bytes that begin as a PDF or a package are broken', async () => {
  const after = (head: string) => Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(200_000)]);
  expect(await answerTo(after('%PDF-1.7\n'))).toBe('agreement.file-is-broken');
  expect(await answerTo(after('PK\x03\x04'))).toBe('agreement.file-is-broken');
});

test('an empty file, and one with nothing but space, are empty', async () => {
  expect(await answerTo(new Uint8Array())).toBe('agreement.file-is-empty');
  expect(await answerTo(text(' \n\t\n'))).toBe('agreement.file-is-empty');
});

test('a file of 100 MB is too large, and is never copied to be told so', async () => {
  expect(await answerTo(new Uint8Array(100 * 1024 * 1024))).toBe('agreement.file-too-large');
});

test('200 000 lines are longer than any agreement, and those of a thousand pages are not', async () => {
  expect(await answerTo(text('Rad.\n'.repeat(200_000)))).toBe('agreement.text-too-long');
  expect(await answerTo(text('Rad.\n'.repeat(45_000)))).toBe('text');
});

test('a page with a million bullets is longer than any agreement', async () => {
  expect(await answerTo(text('- punkt\n'.repeat(1_000_000)))).toBe('agreement.text-too-long');
});

test('a text that is one promise after another is answered, however many they are', async () => {
  expect(['text', 'agreement.text-too-long', 'agreement.reading-took-too-long', 'agreement.reading-took-too-much-memory']).toContain(
    await answerTo(text('- Kommunen ska ordna en lokal.\n'.repeat(120_000))),
  );
});

test('one line of four megabytes with thousands of promises is more than anybody goes through', async () => {
  const sentence = 'Föreningen ska ordna minst fyra träffar. Kommunen betalar 8 000 kr den 1 mars 2026. ';
  expect(['agreement.text-too-long', 'agreement.reading-took-too-long', 'agreement.reading-took-too-much-memory']).toContain(
    await answerTo(text(agreement + sentence.repeat(Math.floor(3_900_000 / sentence.length)))),
  );
  expect(await answerTo(text(agreement + sentence.repeat(5_000)))).toBe('agreement.text-too-long');
});

test('a PDF without text is a scan', async () => {
  expect(await answerTo(handBuiltPdf({ pages: [[], []] }))).toBe('agreement.pdf-is-a-scan');
});

test('an encrypted PDF is locked', async () => {
  expect(await answerTo(handBuiltPdf({ pages: [[{ text: agreement.trim(), x: 70, y: 700 }]], isLocked: true }))).toBe('agreement.pdf-is-encrypted');
});

test('a PDF cut off anywhere is broken and never half read', async () => {
  const long = handBuiltPdf({ pages: Array.from({ length: 40 }, () => Array.from({ length: 40 }, (_, line) => ({ text: agreement.trim(), x: 70, y: 800 - line * 15 }))) });
  for (const share of [0.1, 0.5, 0.9, 0.99]) expect(await answerTo(long.slice(0, Math.floor(long.length * share)))).toBe('agreement.file-is-broken');
});

test('a PDF with any byte wrong is answered', async () => {
  for (let at = 61; at < onePage.length; at += 61) {
    const flipped = onePage.slice();
    flipped[at] = flipped[at]! ^ 0x20;
    expect(await answerTo(flipped)).toMatch(/^(?:pdf|agreement\.[a-z-]+)$/);
  }
});

test('a PDF whose pages unpack without end is stopped', async () => {
  expect(await answerTo(pdfBomb())).toMatch(/^agreement\./);
});

test('a Word file that unpacks to gigabytes is refused before it is unpacked', async () => {
  const part = strToU8(`<w:document>${' '.repeat(60 * 1024 * 1024)}</w:document>`);
  expect(await answerTo(zipSync({ 'word/document.xml': part }))).toBe('agreement.docx-unpacks-too-large');
});

test('a Word file that lies about how much it unpacks to is not believed', async () => {
  const bomb = Buffer.from(zipSync({ 'word/document.xml': strToU8(`<w:document>${' '.repeat(60 * 1024 * 1024)}</w:document>`) }));
  const directory = bomb.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  for (const at of [22, directory + 24]) bomb.writeUInt32LE(1000, at);
  expect(await answerTo(new Uint8Array(bomb))).toBe('agreement.file-is-broken');
});

test('a package of ten thousand files is refused', async () => {
  const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`word/media/${at}.xml`, new Uint8Array(1)]));
  expect(await answerTo(docxPackage({ body: paragraph(agreement), files }))).toBe('agreement.docx-unpacks-too-large');
});

test('a Word file that points outside itself is read without what lies there', async () => {
  const relations = '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="http://example.se/rest.html" TargetMode="External"/><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="file:///etc/passwd" TargetMode="External"/>';
  const answer = await reader.read(docxPackage({ body: `${paragraph(agreement)}<w:altChunk/>`, relations }));
  expect(answer).toMatchObject({ ok: true, value: { format: 'docx', notes: [{ code: 'outside-content-left-out' }] } });
});

test('XML that makes its own entities, or nests without end, is broken', async () => {
  const laughs = strToU8('<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>');
  expect(await answerTo(docxPackage({ body: '', files: { 'word/document.xml': laughs } }))).toBe('agreement.file-is-broken');
  expect(await answerTo(docxPackage({ body: '<w:tbl><w:tr><w:tc>'.repeat(20_000) }))).toBe('agreement.file-is-broken');
});

test('a spreadsheet and an archive of files are no agreement', async () => {
  expect(await answerTo(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('agreement.file-kind-unknown');
});

test('Windows-1252 and UTF-16 are read with their letters right', async () => {
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const answer = await reader.read(text(agreement, encoding));
    expect(answer).toMatchObject({ ok: true, value: { text: agreement } });
  }
});

/** A page whose content is 300 MB of space, packed to 300 kB. */
function pdfBomb(): Uint8Array {
  const packed = zipSync({ a: new Uint8Array(300 * 1024 * 1024).fill(0x20) }, { level: 9 });
  const nameLength = 1;
  const deflated = packed.subarray(30 + nameLength, packed.lastIndexOf(0x02, packed.length));
  const raw = Buffer.concat([Buffer.from([0x78, 0x9c]), deflated]);
  const head = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents [${'4 0 R '.repeat(40)}] >>\nendobj\n4 0 obj\n<< /Length ${raw.length} /Filter /FlateDecode >>\nstream\n`, 'latin1');
  return new Uint8Array(Buffer.concat([head, raw, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n', 'latin1')]));
}
