import { unbroken } from './joint.ts';
import { numberDepth, withoutLabel } from './label.ts';
import type { Cell, Piece, Table } from './piece.ts';

/** The pieces as text that reads as Markdown: `#` headings, `-` items, `|` rows, an empty line between paragraphs. */
export function write(pieces: Piece[]): string {
  const first = pieces.some((piece) => piece.kind === 'heading' && piece.level === 0) ? 1 : 0;
  const lines: string[] = [];
  let before: Piece['kind'] | null = null;
  for (const piece of pieces) {
    const written = linesOf(piece, first);
    if (written.length === 0) continue;
    if (before !== null && !(before === 'item' && piece.kind === 'item')) lines.push('');
    // One by one: a hostile table has more rows than a call takes arguments.
    for (const line of written) lines.push(line);
    before = piece.kind;
  }
  return lines.join('\n') + '\n';
}

function linesOf(piece: Piece, first: number): string[] {
  if (piece.kind === 'table') return tableLines(piece);
  const text = tidy(piece.text);
  if (piece.kind === 'heading') return text === '' ? [] : [`${'#'.repeat(Math.min(6, Math.max(1, piece.level + first)))} ${labelled(piece.label, text.replaceAll('\n', ' '))}`];
  if (text === '' && !piece.label) return [];
  if (piece.kind === 'item') return indented(labelled(piece.label, text), '    '.repeat(Math.min(piece.depth, 8)));
  if (piece.isEmphasised && !text.includes('\n') && !/[*_]{2}/.test(text)) return [emphasised(piece.label, text)];
  return labelled(piece.label, text).split('\n');
}

/** Bold words with a number are a heading; without one they may be. */
function emphasised(label: string | null, text: string): string {
  const numbered = label === null ? withoutLabel(text) : { label, text };
  const depth = numbered.text.length <= 120 ? numberDepth(numbered.label) : null;
  return depth === null ? `**${labelled(label, text)}**` : `${'#'.repeat(Math.min(6, depth + 1))} ${labelled(numbered.label, numbered.text)}`;
}

const labelled = (label: string | null, text: string): string => (label ? `${label} ${text}`.trimEnd() : text);

const tidy = (text: string): string => text.replace(/[^\S\n\t]+$/gm, '').replace(/^\n+|\n+$/g, '').replace(/^[ \t]+/, '');

const indented = (text: string, by: string): string[] => text.split('\n').map((line, i) => (i === 0 ? by + line : `${by}  ${line.trim()}`));

/**
 * A row becomes a line of cells between pipes. A table that only places text – one column, or few rows whose cells hold
 * several paragraphs, as under two parties' signatures or two parties' undertakings – is written column by column.
 */
function tableLines(table: Table): string[] {
  const rows = withoutEmptyColumns(table.rows.filter((row) => row.some((cell) => plain(cell) !== '')));
  if (rows.length === 0) return [];
  const columns = Math.max(...rows.map((row) => row.length).slice(0, 10_000));
  if (columns === 1) return inside(rows.map((row) => row[0] ?? []));
  const placesText = rows.length <= 3 && columns <= 4 && rows.some((row) => row.some((cell) => cell.length > 1));
  if (placesText) return inside(Array.from({ length: columns }, (_, column) => rows.flatMap((row) => row[column] ?? [])));
  return rows.map((row) => `| ${row.map(plain).join(' | ')} |`);
}

function inside(cells: Cell[]): string[] {
  const text = write(cells.flat()).trimEnd();
  return text === '' ? [] : text.split('\n');
}

function withoutEmptyColumns(rows: Cell[][]): Cell[][] {
  const used = new Set<number>();
  for (const row of rows) row.forEach((cell, column) => plain(cell) !== '' && used.add(column));
  return rows.map((row) => row.filter((_, column) => used.has(column)));
}

/** A cell's words on one line. */
function plain(cell: Cell): string {
  return cell
    .map((piece) => (piece.kind === 'table' ? piece.rows.map((row) => row.map(plain).join(' ')).join(' ') : labelled(piece.kind === 'item' && piece.label === '-' ? null : piece.label, tidy(piece.text))))
    .map(unbroken)
    .join(' ')
    .replaceAll('|', '¦')
    .trim();
}
