import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { makeFeed, setReminders } from '#partnership/commitments';
import { addPerson, addUnit, invite, recordCredential, shareCost } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { somebody } from '../../../tests/support/cast.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { running } from '../../../tests/support/three-partnerships.ts';
import { type Actor, nobody } from '../actor.ts';
import { contextFor } from '../context.ts';
import { organisationOf } from './standing.ts';

/*
 * What the database shows and lets be written when the program asks for everything: the second lock, tried without the
 * first. Every table is tried, also those that later rooms bring.
 */

const house = await freshHouse();
await running(house, 'Vårt partnerskap', ['Granby kommun', 'Lyktan']);
const theirs = await running(house, 'Andras partnerskap', ['Lindsala kommun', 'Fyren']);
const maja = await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' });
const siv = await somebody(house, 'Siv Ek', { role: 'coordinator', organisation: 'Lindsala kommun' });
await furnish(siv, theirs.id);

const auditor = await somebody(house, 'Rut Revisor', { role: 'auditor', organisation: 'Lindsala kommun', agreementId: theirs.id });
const administrator = await somebody(house, 'Ada Admin', { role: 'administrator' });

/** Puts something in every table that a coordinator fills by what they do themselves. */
async function furnish(coordinator: Actor, agreementId: string) {
  const context = contextFor(house, coordinator);
  const organisationId = organisationOf(coordinator)!.id;
  const { unitId } = sure(await addUnit(context, { organisationId, name: 'Hemlig enhet' }));
  sure(await makeFeed(context, { agreementId }));
  sure(await setReminders(context, { wanted: true, daysBefore: [7] }));
  sure(await shareCost(context, { agreementId, unitId, ore: 100 }));
  const { personId } = sure(await addPerson(context, { organisationId, name: 'Hemlig Person', email: '', phone: '', birthYear: '' }));
  sure(await recordCredential(context, { personId, kind: 'course', about: '', seenOn: '2026-01-01', validUntil: '' }));
  sure(await invite(context, { role: 'auditor', organisationId, agreementId, name: 'Hemlig Gäst', email: 'gast@example.se', origin: 'http://localhost' }));
}

/** Tables with nothing in them that is somebody's. */
const OPEN = ['platform.migration'];

/** What whoever has signed in may know of organisations that are not theirs: their public names, and which units they have. */
const PUBLIC = ['people.organisation', 'people.unit'];

/** What an administrator of the house looks after: who has which role, and no partnership’s content. */
const ADMINISTERED = [...PUBLIC, 'access.assignment', 'people.invitation', 'people.person'];

// Views are read with their owner's rights, so that they say themselves whose rows they show.
const tables = await sql<{ name: string; secured: boolean }>`
  select n.nspname || '.' || c.relname as name, c.relrowsecurity or c.relkind = 'v' as secured
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'jobs') order by 1
`.execute(house.database).then(({ rows }) => rows);

const rowsFor = async (actor: Actor, table: string): Promise<string[]> =>
  (await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(contextFor(house, actor).database)).rows.map(({ row }) => row);

test('every table has row security, but for those that are nobody’s', () => {
  expect(tables.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual(OPEN);
});

test('no policy asks after all partnerships before it shows one', async () => {
  const { rows } = await sql<{ table: string; policy: string }>`
    select schemaname || '.' || tablename as "table", policyname as policy from pg_policies where concat(qual, with_check) ~ '(access[.](seen|written)|walks[.]seen)[(]'
  `.execute(house.database);
  expect(rows).toEqual([]);
});

for (const { name } of tables.filter(({ secured }) => secured)) {
  test(`${name} shows a stranger and a visitor nothing of a partnership that is not theirs`, async () => {
    const strangers = new Set(await rowsFor(siv, name));
    const seen = await rowsFor(maja, name);
    // What both see is what is public, or what both take part in; of that there is none but organisations.
    if (!PUBLIC.includes(name)) expect(seen.filter((row) => strangers.has(row))).toEqual([]);
    expect(seen.filter((row) => row.includes(theirs.id))).toEqual([]);
    expect(await rowsFor(nobody, name)).toEqual([]);
    if (!ADMINISTERED.includes(name)) expect(await rowsFor(administrator, name)).toEqual([]);
  });

  test(`${name} lets neither a stranger nor an auditor change or remove what is another’s`, async () => {
    const column = await anyColumn(name);
    for (const actor of [maja, auditor, nobody]) {
      const { database } = contextFor(house, actor);
      const another = sql`x::text like ${`%${theirs.id}%`} and x::text not like ${`%${actor.kind === 'person' ? actor.id : '-'}%`}`;
      for (const deed of [sql`delete from ${sql.table(name)} x where ${another}`, sql`update ${sql.table(name)} x set ${sql.id(column)} = x.${sql.id(column)} where ${another}`]) {
        const changed = await deed.execute(database).then(({ numAffectedRows }) => numAffectedRows, refused);
        expect(changed, actor.kind === 'person' ? actor.name : 'a visitor').toBe(0n);
      }
    }
  });
}

test('nobody gives themselves another role by changing the one they have', async () => {
  const promote = sql`update access.assignment set role = 'coordinator' where account_id = ${auditor.id}`.execute(contextFor(house, auditor).database);
  await expect(promote).rejects.toThrow('permission denied');
});

/** A column of the table that can be set at all. */
async function anyColumn(table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and attgenerated = '' and attidentity = ''
  `.execute(house.database);
  return rows[0].name;
}

/** A role that has no such right at all has changed nothing. */
function refused(fault: Error): bigint {
  if (!fault.message.includes('permission denied')) throw fault;
  return 0n;
}
