import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, Table, TableCell,
  TableRow, TextRun, WidthType,
} from 'docx';
import type { Block, Paper } from './block.ts';

const centimetre = 567; // twentieths of a point

/** The paper as a Word file in which headings, list letters and page numbers are counted by the word processor. */
export function asDocx(paper: Paper): Promise<Buffer> {
  let lists = 0;
  const children = paper.blocks.flatMap((block) => {
    if (block.kind === 'list') lists += 1;
    return content(block, lists);
  });
  return Packer.toBuffer(new Document({
    creator: 'Kommunledningskontoret',
    title: paper.blocks.find((block) => block.kind === 'title')?.text ?? paper.name,
    styles: styles(paper.font),
    numbering: { config: numbering },
    sections: [{
      properties: { page: { margin: { top: 2.5 * centimetre, bottom: 2.2 * centimetre, left: 2.5 * centimetre, right: 2.5 * centimetre } } },
      headers: paper.header ? { default: new Header({ children: [new Paragraph({ style: 'Header', children: [small(paper.header)] })] }) } : {},
      footers: paper.pageWord ? { default: new Footer({ children: [pageNumber(paper.pageWord)] }) } : {},
      children,
    }],
  }));
}

function content(block: Block, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, text: block.text })];
    case 'heading': {
      const level = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading: level, text: block.text, ...(block.numbered ? { numbering: { reference: 'chapters', level: block.level - 1 } } : {}) })];
    }
    case 'paragraph':
      return [new Paragraph(block.text)];
    case 'list':
      // A list of letters of its own starts again at a).
      return block.items.map((text) => new Paragraph({ text, spacing: { after: 60 }, numbering: { reference: block.mark, level: 0, instance: list } }));
    case 'table':
      return [tableOf(block.rows), new Paragraph({ text: '', spacing: { after: 60 } })];
    case 'blank':
      return [new Paragraph('')];
  }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };

function tableOf(rows: string[][]): Table {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const first = 6.4;
  const widths = Array.from({ length: columns }, (_, place) => Math.round((place === 0 ? first : (16 - first) / (columns - 1)) * centimetre));
  return new Table({
    width: { size: 16 * centimetre, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map((cells, place) => new TableRow({ tableHeader: place === 0, children: cells.map((text, column) => cell(text, widths[column] ?? 0, place === 0)) })),
  });
}

const cell = (text: string, width: number, bold: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 100, right: 100, top: 40, bottom: 40 },
    children: [new Paragraph({ spacing: { after: 0 }, alignment: /^-?[\d\s]+$/.test(text) ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text, bold })] })],
  });

const small = (text: string): TextRun => new TextRun({ text, size: 17, color: '555555' });

const pageNumber = (word: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: 17, color: '555555', children: [`${word} `, PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'] })] });

const styles = (font: string) => ({
  default: {
    document: { run: { font, size: 22, language: { value: 'sv-SE' } }, paragraph: { spacing: { after: 140, line: 269 } } },
    title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 200 } } },
    heading1: { run: { font, size: 26, bold: true, color: '000000' }, paragraph: { keepNext: true, spacing: { before: 280, after: 100 } } },
    heading2: { run: { font, size: 23, bold: true, color: '000000' }, paragraph: { keepNext: true, spacing: { before: 200, after: 80 } } },
  },
});

const hanging = (left: number) => ({ paragraph: { indent: { left, hanging: left < 600 ? left : 400 } } });

const numbering = [
  { reference: 'chapters', levels: [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: hanging(480) },
    { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.START, style: hanging(580) },
  ] },
  { reference: 'letter', levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)', alignment: AlignmentType.START, style: hanging(720) }] },
  { reference: 'bullet', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: hanging(720) }] },
];
