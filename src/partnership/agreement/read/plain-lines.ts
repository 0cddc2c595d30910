import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block, Line } from './document.ts';

/** A line of the original without Markdown's marks, bullets and numbers, and the block it is part of. */
export interface PlainLine {
  text: string;
  /** The columns of a line whose words stand side by side; the whole line when they do not. */
  cells: string[];
  /** Where in the original line each cell begins, in characters from its start. */
  starts: number[];
  block: Block;
  /** Index of the block in the document. */
  at: number;
  span: TextSpan;
}

/** The lines as people see them, page furniture left out: what letterheads, address blocks and signatures are read from. */
export function plainLines(doc: AgreementDocument): PlainLine[] {
  const known = drawn.get(doc);
  if (known) return known;
  const lines = linesOf(doc);
  drawn.set(doc, lines);
  return lines;
}

const drawn = new WeakMap<AgreementDocument, PlainLine[]>();

function linesOf(doc: AgreementDocument): PlainLine[] {
  const lines: PlainLine[] = [];
  doc.blocks.forEach((block, at) => {
    if (block.kind === 'furniture') return;
    block.lines.forEach((line, i) => {
      const words = plain(i === 0 && block.label ? line.text.slice(markLength(line.text, block.label)) : line.text);
      const cells = block.kind === 'row' && block.lines.length === 1 ? columnsOf(block, line.text) : [words.includes('\t') ? words.split('\t').map((part) => part.trim()).filter(Boolean).join(' ') : words];
      const before = lines.at(-1);
      if (i > 0 && before?.block === block && cells.length === 1 && isDivided(before.text, words)) {
        lines[lines.length - 1] = { ...before, text: mended(before.text, words), cells: [mended(before.text, words)], span: { ...before.span, end: line.end } };
        return;
      }
      lines.push({ text: cells.length === 1 ? cells[0]! : cells.filter(Boolean).join('\t'), cells, starts: startsOf(doc.text, line, cells), block, at, span: { start: line.start, end: line.end, line: line.number } });
    });
  });
  return lines;
}

/** A word or name divided at the end of a line. */
export const isDivided = (line: string, next: string): boolean => /[\p{L}.]{2}-$/u.test(line) && /^\p{L}/u.test(next) && !/^(?:och|eller|samt)\s/.test(next);

/** A small letter goes on with the word; a capital keeps the hyphen of a double name. */
export const mended = (line: string, next: string): string => (/^\p{Ll}/u.test(next) ? line.slice(0, -1) : line) + next;

/** Columns stand within a page's width; further in, a line is running text that lost its breaks. */
const WIDEST = 300;

function startsOf(text: string, line: Line, cells: string[]): number[] {
  const before = text.slice(Math.max(0, line.start - WIDEST), line.start);
  const indent = before.length - (before.lastIndexOf('\n') + 1);
  let from = 0;
  return cells.map((cell) => {
    const at = line.text.indexOf(cell, from);
    if (at >= 0) from = at + cell.length;
    return indent + Math.max(at, 0);
  });
}

/** Tabs in a row serve to line words up; an empty column means something only in a table with rulings, or first. */
function columnsOf(block: Block, line: string): string[] {
  const cells = block.text.split('\t').map((cell) => cell.trim());
  return line.includes('|') ? cells : cells.filter((cell, i) => cell !== '' || i === 0);
}

function markLength(line: string, label: string): number {
  const at = line.indexOf(label);
  return at < 0 || at > 4 ? 0 : at + label.length;
}

/** Without one of these there is nothing to take away but space. */
const MARK = /^[#.)]|[*_[\\\u00a0\u2007\u202f]|- /;

const plain = (text: string): string => evenlySpaced(MARK.test(text) ? unmarked(text) : text);

const evenlySpaced = (text: string): string => (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();

const unmarked = (text: string): string =>
  text
    .replace(/^#{1,6}\s+(?:(?:§\s?)?\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\p{Lu}))?/u, '')
    .replace(/^[.)]\s+/, '')
    .replaceAll('**', '')
    .replace(/\[([^[\]]{1,200})\]\((?:mailto:)?([^()\s]{1,300})\)/g, (_, words: string, address: string) => (words.includes('@') || !address.includes('@') ? words : `${words} ${address}`))
    .replace(/(?<![\p{L}\d_])[*_](?=\p{L})|(?<=[\p{L}.)])[*_](?![\p{L}\d_])/gu, '')
    .replace(/\\(?=[-.*_[\]()#|])/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/(?<=\p{Ll})- (?=\p{Lu}\p{Ll})/gu, '-');
