import { expect, test } from 'vitest';
import { docxPackage, level, list, num, numbered, paragraph } from '../../../../../tests/support/docx-package.ts';
import { docxText } from './docx.ts';

const textOf = (parts: Parameters<typeof docxPackage>[0]) => {
  const found = docxText(docxPackage(parts));
  if (!found.ok) throw new Error(found.refusals[0].code);
  return found.value;
};

const heading = (at: number, more = '') => `<w:style w:type="paragraph" w:styleId="Rubrik${at}"><w:name w:val="heading ${at}"/><w:pPr>${more}</w:pPr></w:style>`;
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

test('headings numbered by their style keep their numbers', () => {
  const styles = heading(1, '<w:numPr><w:numId w:val="1"/></w:numPr>') + heading(2, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>');
  const numbering = list(0, level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2')) + num(1, 0);
  const body = paragraph('Bakgrund', styled('Rubrik1')) + paragraph('Målgrupp', styled('Rubrik2')) + paragraph('Ekonomi', styled('Rubrik1'));
  expect(textOf({ body, styles, numbering }).text).toBe('# 1 Bakgrund\n\n## 1.1 Målgrupp\n\n# 2 Ekonomi\n');
});

test('the level of a numbered style is the one its list names', () => {
  const numbering = list(0, level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:start w:val="1"/><w:pStyle w:val="Rubrik2"/>')) + num(1, 0);
  const styles = heading(2, '<w:numPr><w:numId w:val="1"/></w:numPr>');
  expect(textOf({ body: paragraph('Målgrupp', styled('Rubrik2')), styles, numbering }).text).toBe('## 1.1 Målgrupp\n');
});

test('paragraphs, letters and nested bullets are labelled as a person sees them', () => {
  const numbering =
    list(0, level(0, 'decimal', '§ %1')) + list(1, level(0, 'lowerLetter', '%1)') + level(1, 'bullet', '\uf0b7')) + num(1, 0) + num(2, 1);
  const body = numbered('Kommunen ska', 1) + numbered('betala', 2) + numbered('i förskott', 2, 1) + numbered('rapportera', 2) + paragraph('Emellan.') + numbered('utvärdera', 2);
  expect(textOf({ body, numbering }).text).toBe('§ 1 Kommunen ska\n\na) betala\n    - i förskott\nb) rapportera\n\nEmellan.\n\nc) utvärdera\n');
});

test('an empty numbered paragraph is counted, as Word counts it', () => {
  const numbering = list(0, level(0, 'decimal', '%1.')) + num(1, 0);
  expect(textOf({ body: numbered('ett', 1) + numbered('', 1) + numbered('tre', 1), numbering }).text).toBe('1. ett\n3. tre\n');
});

test('a list style lends its levels', () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Paragrafer"/></w:abstractNum>` + list(1, level(0, 'decimal', '§ %1')) + num(1, 0) + num(5, 1);
  const styles = '<w:style w:type="numbering" w:styleId="Paragrafer"><w:name w:val="Paragrafer"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>';
  expect(textOf({ body: numbered('Syfte', 1), styles, numbering }).text).toBe('§ 1 Syfte\n');
});

test('inserted text is kept and deleted text left out, and a note says so', () => {
  const body = `<w:p><w:r><w:t xml:space="preserve">Bidraget är </w:t></w:r><w:del><w:r><w:delText>200 000</w:delText></w:r></w:del><w:ins><w:r><w:t>250 000</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> kr.</w:t></w:r></w:p>`;
  const found = textOf({ body });
  expect(found.text).toBe('Bidraget är 250 000 kr.\n');
  expect(found.notes).toEqual([{ code: 'changes-accepted' }]);
});

test('a paragraph whose end was deleted goes on in the next', () => {
  const body = paragraph('Parterna ska ', '<w:rPr><w:del/></w:rPr>') + paragraph('mötas.');
  expect(textOf({ body }).text).toBe('Parterna ska mötas.\n');
});

test('a table keeps its empty cells, and cells that span keep the columns in line', () => {
  const span = '<w:gridSpan w:val="2"/>';
  const table = `<w:tbl>${row(cell(paragraph('Post')), cell(paragraph('2025')), cell(paragraph('2026')))}${row(cell(paragraph('Lokal')), cell(paragraph('')), cell(paragraph('45 000')))}${row(cell(paragraph('Summa'), span), cell(paragraph('45 000')))}</w:tbl>`;
  expect(textOf({ body: table }).text).toBe('| Post | 2025 | 2026 |\n| Lokal |  | 45 000 |\n| Summa |  | 45 000 |\n');
});

test('two parties’ lists side by side are read one after the other', () => {
  const numbering = list(0, level(0, 'bullet', '•')) + num(1, 0);
  const table = `<w:tbl>${row(cell(paragraph('Kommunens åtaganden')), cell(paragraph('Föreningens åtaganden')))}${row(cell(numbered('betala', 1) + numbered('följa upp', 1)), cell(numbered('vandra', 1)))}</w:tbl>`;
  expect(textOf({ body: table, numbering }).text).toBe('Kommunens åtaganden\n\n- betala\n- följa upp\n\nFöreningens åtaganden\n\n- vandra\n');
});

test('footnotes are kept after the text, and their marks are no figures', () => {
  const body = '<w:p><w:r><w:t>Bidraget är 250 000</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> kr.</w:t></w:r></w:p>';
  const footnotes = `<w:footnote w:id="0" w:type="separator">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('Inklusive moms.')}</w:footnote>`;
  expect(textOf({ body, footnotes }).text).toBe('Bidraget är 250 000[^1] kr.\n\n[^1]: Inklusive moms.\n');
});

test('a text box is read once, though it is drawn twice', () => {
  const box = (text: string) => `<wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx>`;
  const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('Dnr 2026/14')}</mc:Choice><mc:Fallback>${box('Dnr 2026/14')}</mc:Fallback></mc:AlternateContent><w:t>Avtal</w:t></w:r></w:p>`;
  expect(textOf({ body }).text).toBe('Avtal\n\nDnr 2026/14\n');
});

test('hidden text, a table of contents and field codes are left out', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
  const body = `${paragraph('Bakgrund 2', styled('TOC1'))}<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>synligt</w:t></w:r></w:p>`;
  expect(textOf({ body, styles }).text).toBe('synligt\n');
});

test('a line all in bold may be a heading and is marked; bold words in a line are not', () => {
  const bold = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = `<w:p>${bold('Ekonomi')}</w:p><w:p>${bold('Kommunen ')}<w:r><w:t>ska betala.</w:t></w:r></w:p>`;
  expect(textOf({ body }).text).toBe('**Ekonomi**\n\nKommunen ska betala.\n');
});

test('letters written as references come right', () => {
  expect(textOf({ body: paragraph('F&#246;r&#xE4;ldrar &amp; barn &lt;18') }).text).toBe('Föräldrar & barn <18\n');
});

test('a document in a language of other prefixes reads the same', () => {
  const found = docxText(docxPackage({ body: '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>Avtal</x:t></x:r></x:p>' }));
  expect(found.ok && found.value.text).toBe('Avtal\n');
});
