import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/**
 * Copies every partnership in the database `times` times, with its agreement, its duties, its money and who takes part in it,
 * under new ids that are made from the old ones: what a municipality with thousands of partnerships has, without reading
 * thousands of files. The same people and organisations have part in all.
 */
export async function multiplyPartnerships(database: Database, times: number): Promise<void> {
  const shared = new Set(['organisation_id']);
  for (const [table, columns] of await tablesWithColumns(database)) {
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map(({ name, type }) => (type === 'uuid' && !shared.has(name) ? `md5("${name}"::text || n)::uuid` : `"${name}"`)).join(', ');
    await sql.raw(`insert into ${table} (${names}) select ${values} from ${table}, generate_series(1, ${times}) n`).execute(database);
  }
  await sql.raw('analyze').execute(database);
}

/** Tables that are copied, those that others refer to first, with the columns a copy must give. */
async function tablesWithColumns(database: Database): Promise<Map<string, { name: string; type: string }[]>> {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select c.table_schema || '.' || c.table_name as "table", c.column_name as name, c.data_type as type
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.is_identity = 'NO' and c.is_generated = 'NEVER'
      and (c.table_schema in ('agreement', 'commitments', 'money') or c.table_schema || '.' || c.table_name = 'access.participation')
    order by (select oid from pg_class where oid = (c.table_schema || '.' || c.table_name)::regclass), c.ordinal_position
  `.execute(database);
  return Map.groupBy(rows, ({ table }) => table) as Map<string, { name: string; type: string }[]>;
}
