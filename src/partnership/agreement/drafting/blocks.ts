import type { Block } from '#platform/documents/content.ts';

/** Paragraphs, lists and tables of a clause's text. Marks of Markdown that a document was carried on with are left out. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const line of body.split('\n')) {
    const last = isOpen ? blocks.at(-1) : undefined;
    const cells = cellsOf(line);
    const item = /^\s*- +(.*)$/.exec(line)?.[1];
    if (/^[\s|:–—-]*$/.test(line)) isOpen = isOpen && line.includes('|');
    else {
      if (cells && last?.kind === 'table' && last.head.length === cells.length) last.rows.push(cells);
      else if (cells) blocks.push({ kind: 'table', head: cells, rows: [] });
      else if (item !== undefined && last?.kind === 'list') last.items.push(plain(item));
      else if (item !== undefined) blocks.push({ kind: 'list', ordered: false, items: [plain(item)] });
      else if (last?.kind === 'paragraph') last.text += `\n${plain(line)}`;
      else if (last?.kind === 'list') last.items.push(`${last.items.pop()} ${plain(line).trim()}`);
      else blocks.push({ kind: 'paragraph', text: plain(line) });
      isOpen = true;
    }
  }
  return blocks.map(asWritten);
}

/** A table of one row is no table. */
const asWritten = (block: Block): Block => (block.kind === 'table' && block.rows.length === 0 ? { kind: 'paragraph', text: block.head.join(' ') } : block);

/** The cells of a line that is a row of a table: parted by bars or tabs. */
function cellsOf(line: string): string[] | null {
  const bare = line.trim();
  const cells = bare.startsWith('|') && bare.endsWith('|') && bare.length > 1 ? bare.slice(1, -1).split('|') : line.includes('\t') ? line.split('\t') : [];
  return cells.length > 1 ? cells.map((cell) => plain(cell).trim()) : null;
}

const plain = (text: string): string => text.replaceAll('**', '');
