import type { Block, Paper } from './block.ts';

/** The paper as a reader sees it, with counted numbers and letters written out and table cells between tabs. */
export function asText(paper: Paper): string {
  const count = { chapter: 0, section: 0 };
  return `${paper.blocks.map((block) => blockText(block, count)).join('\n\n')}\n`;
}

function blockText(block: Block, count: { chapter: number; section: number }): string {
  switch (block.kind) {
    case 'heading':
      return block.numbered ? `${nextNumber(block.level, count)} ${block.text}` : block.text;
    case 'list':
      return block.items.map((item, place) => `${block.mark === 'bullet' ? '-' : `${letter(place)})`} ${item}`).join('\n');
    case 'table':
      return block.rows.map((cells) => cells.join('\t')).join('\n');
    case 'blank':
      return '';
    default:
      return block.text;
  }
}

function nextNumber(level: 1 | 2, count: { chapter: number; section: number }): string {
  if (level === 2) return `${count.chapter}.${(count.section += 1)}`;
  count.section = 0;
  return `${(count.chapter += 1)}.`;
}

const letter = (place: number): string => String.fromCharCode('a'.charCodeAt(0) + place);
