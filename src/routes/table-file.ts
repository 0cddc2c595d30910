import { asCsv } from '#kernel/csv.ts';
import type { Table } from '#kernel/table.ts';
import { asWorkbook } from '#platform/workbook.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table to keep, as the browser saves it: text, or a workbook. */
export async function tableFile(table: Table, kind: 'csv' | 'xlsx'): Promise<Response> {
  const headers = { 'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK, 'content-disposition': `attachment; filename="handslag.${kind}"` };
  return new Response(kind === 'csv' ? asCsv(table) : new Uint8Array(await asWorkbook(table)), { headers });
}
