import { sql } from 'kysely';
import { ownSchemas } from '../database/application-role.ts';
import type { Database } from '../database/database.ts';

/** A table with the columns that hold what was written, not what the database works out. */
export interface Table {
  schema: string;
  name: string;
  columns: { name: string; type: string }[];
}

export const fullName = ({ schema, name }: { schema: string; name: string }): string => `${schema}.${name}`;

/** Every table of ours except the list of migrations, which the manifest has. */
export async function tablesOf(database: Database): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname as schema, c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname = any(${await ownSchemas(database)}::text[]) and (n.nspname, c.relname) <> ('platform', 'migration')
    group by n.nspname, c.relname
    order by n.nspname, c.relname
  `.execute(database);
  return rows;
}

/** Every sequence of ours with the last number it has given. */
export async function sequencesOf(database: Database): Promise<{ name: string; value: string | null }[]> {
  const { rows } = await sql<{ name: string; value: string | null }>`
    select schemaname || '.' || sequencename as name, last_value::text as value
    from pg_sequences where schemaname = any(${await ownSchemas(database)}::text[]) order by 1
  `.execute(database);
  return rows;
}

/** The migrations that the database has been through; none where Handslag has never been in it. */
export async function migrationsOf(database: Database): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`select to_regclass('platform.migration') is not null as there`.execute(database);
  if (!found[0]?.there) return [];
  const { rows } = await sql<{ name: string }>`select name from platform.migration order by name`.execute(database);
  return rows.map(({ name }) => name);
}

export async function countOf(database: Database, table: Table): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id(table.schema, table.name)}`.execute(database);
  return rows[0]!.count;
}

/** From here to the end of the transaction values are written as text in one way, whatever the server and its settings. */
export async function speakPlainly(transaction: Database): Promise<void> {
  const settings = { timezone: 'UTC', datestyle: 'ISO, YMD', intervalstyle: 'postgres', bytea_output: 'hex', extra_float_digits: '1' };
  for (const [name, value] of Object.entries(settings)) await sql`select set_config(${name}, ${value}, true)`.execute(transaction);
}
