/**
 * Rows as a table (RFC 4180: CRLF, quotes doubled) that a Swedish Excel opens by double-click: semicolons, because the
 * comma is its decimal sign; a byte order mark, because it takes UTF-8 for Windows-1252 without. A text that a spreadsheet
 * would run as a formula is kept as text by an apostrophe.
 */
export const asCsv = (rows: string[][]): string => `\u{feff}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
