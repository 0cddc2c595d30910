import writeExcelFile from 'write-excel-file/node';
import type { Cell, Table } from '#kernel/table.ts';

/** Characters, of which a column shows this many at most before it wraps. */
const WIDEST = 60;

/** A table as a workbook of one sheet (Office Open XML): numbers and days as such, words as words, also those that look like a formula. */
export async function asWorkbook({ head, rows }: Table): Promise<Uint8Array> {
  const columns = head.map((title, column) => ({ width: Math.min(WIDEST, 2 + Math.max(title.length, ...rows.map((row) => shown(row[column]).length))) }));
  const data = [head.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(entered))];
  return new Uint8Array(await writeExcelFile(data, { columns, stickyRowsCount: 1 }).toBuffer());
}

const shown = (cell: Cell): string => (cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell));

function entered(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String, wrap: cell.length > WIDEST };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}
