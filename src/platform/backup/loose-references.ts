import { sql } from 'kysely';
import { ownSchemas } from '../database/application-role.ts';
import type { Database } from '../database/database.ts';
import type { Table } from './catalogue.ts';

/**
 * Does work that fills the tables anew, in which rows may come before those that they refer to, and triggers keep still: what they did is among the
 * rows. Every reference is checked at the end, and all is as strict as before.
 */
export async function withLooseReferences(transaction: Database, tables: Table[], work: () => Promise<void>): Promise<void> {
  const references = await strictReferences(transaction);
  const each = async (change: string) => {
    for (const { schema, name, reference } of references) await sql`alter table ${sql.id(schema, name)} alter constraint ${sql.id(reference)} ${sql.raw(change)}`.execute(transaction);
  };
  const triggers = async (change: string) => {
    for (const { schema, name } of tables) await sql`alter table ${sql.id(schema, name)} ${sql.raw(change)} trigger user`.execute(transaction);
  };
  await each('deferrable initially deferred');
  await triggers('disable');
  // What migrations have put there is among the rows as well.
  for (const { schema, name } of tables) await sql`delete from ${sql.id(schema, name)}`.execute(transaction);
  await work();
  await sql`set constraints all immediate`.execute(transaction);
  await triggers('enable');
  await each('not deferrable');
}

async function strictReferences(transaction: Database): Promise<{ schema: string; name: string; reference: string }[]> {
  const { rows } = await sql<{ schema: string; name: string; reference: string }>`
    select n.nspname as schema, c.relname as name, k.conname as reference
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and not k.condeferrable and k.conparentid = 0 and n.nspname = any(${await ownSchemas(transaction)}::text[])
  `.execute(transaction);
  return rows;
}
