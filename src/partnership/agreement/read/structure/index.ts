import type { AgreementDocument, Block, BlockKind } from '../document.ts';
import { bareWords } from './headings.ts';
import { goesOn, isFull, widthOf } from './joining.ts';
import { writtenLines } from './lines.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { HeadingLevels, sectionsOf } from './sections.ts';
import { BlockWriter } from './writing.ts';

/** The text as headings, paragraphs, list items and table rows. Takes time linear in the text's length, whatever the text is. */
export function structure(text: string): AgreementDocument {
  const lines = writtenLines(text);
  const width = widthOf(lines);
  const pieces = piecesOf(lines, width);
  const blocks = blocksOf(pieces, width);
  return { text, blocks, sections: sectionsOf(blocks) };
}

function blocksOf(pieces: Piece[], width: number | null): Block[] {
  const levels = new HeadingLevels(
    pieces.filter((piece) => piece.kind === 'heading').map((piece) => ({ text: bareWords(piece), isMarked: piece.label !== null })),
  );
  const blocks: Block[] = [];
  let open: { writer: BlockWriter; piece: Piece } | null = null;
  const aside: Block[] = [];
  const close = () => {
    if (open) blocks.push(open.writer.block(0, levelOf(open.piece, levels)));
    blocks.push(...aside.splice(0));
    open = null;
  };
  for (const piece of pieces) {
    if (piece.kind === 'furniture') {
      aside.push(new BlockWriter('furniture', piece).block(0, 0));
      continue;
    }
    if (open !== null && belongsTo(open, piece, width)) {
      open.writer.add(piece);
      continue;
    }
    close();
    open = { writer: new BlockWriter(kindOf(piece), piece), piece };
  }
  close();
  return blocks;
}

const kindOf = (piece: Piece): BlockKind => (piece.kind === 'text' ? 'paragraph' : piece.kind);

function belongsTo(open: { writer: BlockWriter; piece: Piece }, piece: Piece, width: number | null): boolean {
  if (piece.kind !== 'text' || piece.label !== null) return false;
  if (open.piece.kind === 'row') return goesOnInLastCell(open.piece, piece);
  if (open.piece.kind === 'heading' || BOLD_LABEL.test(piece.line.text)) return false;
  if (open.piece.kind === 'text' && piece.line.indent - open.piece.line.indent >= FAR_IN) return false;
  if (piece.line.gap === 0 && FORM_LINE.test(piece.line.text) && FORM_LINE.test(open.writer.last)) return false;
  if (open.piece.kind === 'item' && piece.line.gap === 0 && piece.line.indent > open.piece.line.indent + 1) return true;
  if (open.piece.kind === 'item' && piece.line.indent <= open.piece.line.indent && NAME_LINE.test(piece.line.text)) return false;
  if (open.piece.kind === 'item' && beginsAnew(open.piece, open.writer.last, piece, width)) return false;
  return goesOn(open.writer, piece, width);
}

/** "när överenskommelsen har undertecknats" in a row with a sum, and right under it "av samtliga parter". */
function goesOnInLastCell(row: Piece, { line }: Piece): boolean {
  if (line.gap > 0 || line.indent < 10 || line.text.length > 80 || !/^\p{Ll}/u.test(line.text) || row.line.text.includes('\t')) return false;
  const [from, to] = row.cells.at(-1)!;
  return Math.abs(row.line.indent + from - line.indent) <= 1 && to - from >= 12 && row.cells.some(([at, end]) => SUM_CELL.test(row.line.text.slice(at, end)));
}
const SUM_CELL = /^\d[\d .\u00a0]*(?:\s?(?:kr|kronor|tkr|:-))?$/i;

/** Text that begins so much further in stands in another column. */
const FAR_IN = 24;

/** "**Utbetalas:** 1 mars": a line of a form, with its label. */
const BOLD_LABEL = /^(?:\*\*|__)\p{Lu}[^*_:]{1,50}(?::(?:\*\*|__)|(?:\*\*|__):)\s/u;

/** "Kommunen:" after the items of somebody else's list. */
const NAME_LINE = /^\p{Lu}[^.:;@\d]{2,40}:$/u;

/** "Lokal: kommunen" under "Ledare: föreningen": each a line of its own. */
const FORM_LINE = /^\p{Lu}[^.:@\d]{1,40}:\s\p{L}[^.:@\d]{0,40}$/u;

/** After an item in small letters, a line with a capital where the line before had room for its first word is no part of the item. */
const beginsAnew = (item: Piece, last: string, next: Piece, width: number | null): boolean =>
  width !== null && next.line.gap === 0 && next.line.indent <= item.line.indent && /^\p{Ll}/u.test(bareWords(item)) && /^\p{Lu}\p{Ll}/u.test(next.line.text) && !isFull(last, next.line.text, width) && !/[,-]$|(?:^|\s)(?:och|eller|samt|i|på|för|av|till|med|vid|hos)$/.test(last);

function levelOf(piece: Piece, levels: HeadingLevels): number {
  const { label } = piece;
  if (piece.kind === 'heading') {
    const isMarkdown = label?.kind === 'markdown';
    return levels.levelOf(bareWords(piece), isMarkdown ? label.depth : null, label && !isMarkdown ? label.depth : null);
  }
  return piece.kind === 'item' ? 1 + Math.min(3, Math.floor(piece.line.indent / 4)) : 0;
}
