import type { TextSpan } from '#kernel/text-span.ts';
import type { AgreementDocument, Block } from './document.ts';

/** A line of the original without Markdown's marks, bullets and numbers, and the block it is part of. */
export interface PlainLine {
  text: string;
  /** The columns of a line whose words stand side by side; the whole line when they do not. */
  cells: string[];
  block: Block;
  /** Index of the block in the document. */
  at: number;
  span: TextSpan;
}

/** The lines as people see them, page furniture left out: what letterheads, address blocks and signatures are read from. */
export function plainLines(doc: AgreementDocument): PlainLine[] {
  const lines: PlainLine[] = [];
  doc.blocks.forEach((block, at) => {
    if (block.kind === 'furniture') return;
    block.lines.forEach((line, i) => {
      const words = plain(i === 0 && block.label ? line.text.slice(markLength(line.text, block.label)) : line.text);
      const cells = block.kind === 'row' && block.lines.length === 1 ? block.text.split('\t').map((cell) => cell.trim()) : [words.replace(/\s*\t\s*/g, ' ')];
      lines.push({ text: cells.filter(Boolean).join('\t'), cells, block, at, span: { start: line.start, end: line.end, line: line.number } });
    });
  });
  return lines;
}

function markLength(line: string, label: string): number {
  const at = line.indexOf(label);
  return at < 0 || at > 4 ? 0 : at + label.length;
}

const plain = (text: string): string =>
  text
    .replace(/^#{1,6}\s+/, '')
    .replace(/^[.)]\s+/, '')
    .replaceAll('**', '')
    .replace(/\[([^[\]]{1,200})\]\((?:mailto:)?([^()\s]{1,300})\)/g, (_, words: string, address: string) => (words.includes('@') || !address.includes('@') ? words : `${words} ${address}`))
    .replace(/(?<![\p{L}\d_])[*_](?=\p{L})|(?<=[\p{L}.)])[*_](?![\p{L}\d_])/gu, '')
    .replace(/\\(?=[-.*_[\]()#|])/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trim();
