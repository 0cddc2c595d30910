import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Table } from './catalogue.ts';

/** Rows of a part, in bytes of text: some of them are held at once, never the table. One row may be larger. */
const PART = 2 * 1024 * 1024;

const MOST_ROWS = 2_000;

/** The rows of a table, a part at a time, each row one line of JSON. Only inside a transaction that speaks plainly. */
export async function* partsOf(transaction: Database, table: Table): AsyncIterable<{ rows: number; lines: string }> {
  const values = sql.join(table.columns.map(({ name }) => sql`${sql.id(name)}::text`));
  await sql`declare copied no scroll cursor for select array_to_json(array[${values}]::text[])::text as line from only ${sql.id(table.schema, table.name)}`.execute(transaction);
  let ask = 10;
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.raw(String(ask))} from copied`.execute(transaction);
    if (rows.length === 0) break;
    const lines = rows.map(({ line }) => `${line}\n`).join('');
    yield { rows: rows.length, lines };
    // As many next time as would have filled a part.
    ask = Math.max(1, Math.min(MOST_ROWS, Math.floor((rows.length * PART) / lines.length)));
  }
  await sql`close copied`.execute(transaction);
}

/** Adds the rows of a part. Values become what the column is; numbers that the database would have given are taken as they were. */
export async function addPart(transaction: Database, table: Table, lines: string): Promise<void> {
  const columns = sql.join(table.columns.map(({ name }) => sql.id(name)));
  const values = sql.join(table.columns.map(({ type }, index) => sql`(line ->> ${sql.lit(index)})::${sql.raw(type)}`));
  const rows = `[${lines.trimEnd().split('\n').join(',')}]`;
  await sql`insert into ${sql.id(table.schema, table.name)} (${columns}) overriding system value select ${values} from json_array_elements(${rows}::json) as line`.execute(transaction);
}
