import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * The role that the program works as: it owns nothing and row security binds it. Its name and password follow from the
 * owner's address, so that one setting is enough and every process of an installation arrives at the same.
 */
export interface ApplicationRole {
  name: string;
  /** Null where the owner has none either. */
  password: string | null;
}

export const applicationRole = (owner: { name: string; password: string | null }): ApplicationRole => ({
  name: `${owner.name}_app`,
  password: owner.password && createHmac('sha256', owner.password).update('handslag application role').digest('base64url'),
});

/** Tables to which the application may add and nothing else. */
const APPEND_ONLY = [
  'agreement.answer',
  'agreement.approval',
  'agreement.approval_correction',
  'agreement.comment',
  'agreement.draft_restored',
  'agreement.draft_version',
  'agreement.proposal',
  'followup.registration',
  'followup.submission',
  'governance.archiving_undone',
  'governance.settlement_undone',
  'platform.journal',
  'signing.decline',
  'signing.letter',
  'signing.seal',
  'signing.signature',
];

/** Tables of which the application may change some columns only: how what stands there ended, not what it was. */
const ENDED_ONLY: Record<string, string[]> = {
  'access.assignment': ['ended_at', 'ended_by'],
  'agreement.approval_step': ['ended_at', 'ended_by'],
  'agreement.taking_back': ['taken_up_at', 'taken_up_by'],
  'agreement.freezing': ['released_at', 'released_by'],
  'commitments.feed': ['revoked_at'],
  'people.credential': ['withdrawn_at', 'withdrawn_by'],
  'people.invitation': ['accepted_at', 'accepted_by', 'withdrawn_at', 'withdrawn_by'],
  'signing.signatory': ['account_id', 'claimed_at'],
};

/** Tables and views that the application may read and nothing else. */
const READ_ONLY = ['access.seen_part', 'access.written_part', 'platform.journal_head', 'platform.migration'];

/** The queue of jobs makes and changes its own tables here, as the application. */
export const JOBS_SCHEMA = 'jobs';

/** Makes the role where it is missing and gives it every schema's rows, and no more. Run by the owner, after the migrations. */
export async function admit(database: Database, { name, password }: ApplicationRole): Promise<void> {
  const role = sql.id(name);
  const { rows } = await sql`select 1 from pg_roles where rolname = ${name}`.execute(database);
  if (rows.length === 0) await sql`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`.execute(database);
  if (password) await sql`alter role ${role} password ${sql.lit(password)}`.execute(database);
  await sql`create schema if not exists ${sql.id(JOBS_SCHEMA)}`.execute(database);
  await sql`grant usage, create on schema ${sql.id(JOBS_SCHEMA)} to ${role}`.execute(database);
  for (const schema of await ownSchemas(database)) {
    await sql`grant usage on schema ${sql.id(schema)} to ${role}`.execute(database);
    await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${role}`.execute(database);
    await sql`grant usage on all sequences in schema ${sql.id(schema)} to ${role}`.execute(database);
  }
  for (const table of APPEND_ONLY) await sql`revoke update, delete on ${sql.table(table)} from ${role}`.execute(database);
  for (const [table, columns] of Object.entries(ENDED_ONLY)) {
    await sql`revoke update on ${sql.table(table)} from ${role}`.execute(database);
    await sql`grant update (${sql.join(columns.map((column) => sql.id(column)))}) on ${sql.table(table)} to ${role}`.execute(database);
  }
  for (const table of READ_ONLY) await sql`revoke insert, update, delete on ${sql.table(table)} from ${role}`.execute(database);
}

/**
 * Lets it in unless its comment says that it was let in to just this, in just this way. For a database that no other program
 * changes, where every start would say the same eighty things again.
 */
export async function admitOnce(database: Database, role: ApplicationRole, to: readonly string[]): Promise<void> {
  const admission = createHash('sha256').update(JSON.stringify([to, APPEND_ONLY, ENDED_ONLY, READ_ONLY, String(admit)])).digest('base64url');
  const { rows } = await sql`select 1 from pg_roles where rolname = ${role.name} and shobj_description(oid, 'pg_authid') = ${admission}`.execute(database);
  if (rows.length > 0) return;
  await admit(database, role);
  await sql`comment on role ${sql.id(role.name)} is ${sql.lit(admission)}`.execute(database);
}

/** The schemas that are the program's own. */
export async function ownSchemas(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public', ${JOBS_SCHEMA})
  `.execute(database);
  return rows.map(({ name }) => name);
}
