import type { Cell, Table } from './table.ts';

/**
 * A table in text (RFC 4180: CRLF, quotes doubled) that a Swedish Excel opens by double-click: semicolons, because the
 * comma is its decimal sign; a byte order mark, because it takes UTF-8 for Windows-1252 without. A text that a spreadsheet
 * would run as a formula is kept as text by an apostrophe.
 */
export const asCsv = ({ head, rows }: Table): string => `\u{feff}${[head, ...rows].map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' ? quoted(cell) : cell.day;
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
