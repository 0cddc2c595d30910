import { AlignmentType, Document, type FileChild, Footer, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Block, DocumentContent, DocumentSection } from '../content.ts';
import { cleaned, withEveryText } from '../every-text.ts';
import { annexHeading, levelled } from '../headings.ts';
import { type Say, sayIn } from '../say.ts';
import { budgetTable, datesTable, evenTable } from '../tables.ts';
import { withoutTime } from './without-time.ts';
import { headingStyles, INK, millimetres, SOFT } from './looks.ts';
import { linesOf, wordTable } from './table.ts';

/** The document as a file for Word: with headings, lists and tables of its own kind, so that people can go on writing in it. */
export async function asDocx(given: DocumentContent): Promise<Uint8Array> {
  const content = withEveryText(given, cleaned);
  const say = sayIn(content.language);
  const children = new Body(content, say).children;
  const language = { value: content.language === 'sv' ? 'sv-SE' : 'en-GB' };
  const document = new Document({
    title: content.title,
    creator: content.parties.map(({ name }) => name).join(', '),
    styles: { default: { document: { run: { font: 'Calibri', size: 22, color: INK, language }, paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } } }, ...headingStyles } },
    numbering: { config: [numbered('points', LevelFormat.BULLET, '•'), numbered('numbers', LevelFormat.DECIMAL, '%1.')] },
    sections: [{ properties: { page: { margin: millimetres({ top: 28, bottom: 28, left: 30, right: 28 }) } }, footers: { default: footer(content.title, say) }, children }],
  });
  return withoutTime(await Packer.toBuffer(document), content.date);
}

const numbered = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: millimetres({ left: 7, hanging: 7 }) } } }],
});

function footer(title: string, say: Say): Footer {
  const [before, between] = say.page.split(/\{pages?\}/);
  const children = [`${title} · ${before}`, PageNumber.CURRENT, between ?? '', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 17, color: SOFT })] })] });
}

/** What stands in the document from top to bottom. */
class Body {
  readonly children: FileChild[] = [];
  #lists = 0;

  constructor(content: DocumentContent, say: Say) {
    this.#front(content, say);
    this.#sections(content.sections);
    if (content.budget.length > 0) this.#heading(say.budget.heading, 1).push(wordTable(budgetTable(content, say)));
    if (content.lifeline && content.lifeline.marks.length > 0) this.#heading(say.dates.heading, 1).push(wordTable(datesTable(content.lifeline, say)));
    content.annexes.forEach((annex, at) => {
      this.#heading(annexHeading(annex, at, say), 1, true);
      this.#sections(annex.sections, 1);
    });
    if (content.signatories.length > 0) this.#signatures(content, say);
  }

  #front({ kind, title, subtitle, date, parties }: DocumentContent, say: Say): void {
    this.#soft(say.kind(kind));
    this.children.push(new Paragraph({ style: 'Title', children: linesOf(title) }));
    if (subtitle) this.#soft(subtitle);
    if (date) this.#soft(say.day(date));
    for (const { name, unit, orgNumber } of parties) {
      this.children.push(new Paragraph({ spacing: { before: 200, after: 0 }, children: linesOf(name, { bold: true }) }));
      for (const line of [unit, orgNumber && say.organisationNumber(orgNumber)]) if (line) this.#soft(line);
    }
  }

  #sections(sections: DocumentSection[], under = 0): void {
    for (const { number, heading, level, blocks } of levelled(sections, under)) {
      this.#heading(number === null ? heading : `${number} ${heading}`, level);
      for (const block of blocks) this.#block(block);
    }
  }

  #block(block: Block): void {
    if (block.kind === 'paragraph') this.children.push(new Paragraph({ children: linesOf(block.text) }));
    else if (block.kind === 'table') this.children.push(wordTable(evenTable(block)), new Paragraph({}));
    else {
      const instance = (this.#lists += 1);
      const numbering = { reference: block.ordered ? 'numbers' : 'points', level: 0, instance };
      for (const item of block.items) this.children.push(new Paragraph({ numbering, children: linesOf(item) }));
    }
  }

  #signatures({ signatories }: DocumentContent, say: Say): void {
    this.#heading(say.signatures.heading, 1, true);
    for (const { name, title, party, mandate } of signatories) {
      this.children.push(new Paragraph({ spacing: { before: 500, after: 0 }, keepNext: true, children: linesOf(name, { bold: true }) }));
      for (const line of [title, party, mandate && say.mandate(mandate)]) if (line) this.#soft(line);
    }
  }

  #heading(text: string, level: number, pageBreakBefore = false): FileChild[] {
    this.children.push(new Paragraph({ style: `Heading${level}`, pageBreakBefore, children: linesOf(text) }));
    return this.children;
  }

  #soft(text: string): void {
    this.children.push(new Paragraph({ spacing: { after: 40 }, children: linesOf(text, { color: SOFT }) }));
  }
}
