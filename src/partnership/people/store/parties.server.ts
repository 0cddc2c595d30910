import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { ContactPerson, KnownOrganisation, Organisation, Party } from '../model.ts';

type PeopleTables = {
  'people.organisation': { id: string; name: string; sector: Organisation['sector']; org_number: string | null };
  'people.party': { fact_id: string; agreement_id: string; organisation_id: string; unit: string | null; address: string | null };
  'people.contact_person': Omit<ContactPerson, 'factId'> & { fact_id: string; agreement_id: string };
};

const tables = (context: Context) => context.database.withTables<PeopleTables>();

interface People {
  parties: Party[];
  contacts: ContactPerson[];
  /** The organisations that take part already: a party of the same name is that one. */
  takingPart: string[];
}

/** Makes the agreement's parties and contact persons exactly these. Gives the parties' organisations, which are shared and never removed. */
export async function replacePeople(context: Context, agreementId: string, people: People): Promise<string[]> {
  await tables(context).deleteFrom('people.party').where('agreement_id', '=', agreementId).execute();
  await tables(context).deleteFrom('people.contact_person').where('agreement_id', '=', agreementId).execute();
  const organisationIds: string[] = [];
  for (const { factId, unit, address, ...organisation } of people.parties) {
    const organisation_id = (await sameAmong(context, people.takingPart, organisation)) ?? (await organisationId(context, organisation));
    organisationIds.push(organisation_id);
    await tables(context).insertInto('people.party').values({ fact_id: factId, agreement_id: agreementId, organisation_id, unit, address }).execute();
  }
  const contacts = people.contacts.map(({ factId, ...contact }) => ({ fact_id: factId, agreement_id: agreementId, ...contact }));
  if (contacts.length > 0) await tables(context).insertInto('people.contact_person').values(contacts).execute();
  return [...new Set(organisationIds)];
}

/** The one among these that has the name, and no other number than this one, which it then has; null where none has. */
async function sameAmong(context: Context, ids: string[], { name, orgNumber }: Organisation): Promise<string | null> {
  if (ids.length === 0) return null;
  const found = await tables(context)
    .selectFrom('people.organisation')
    .where('id', 'in', ids)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .where((where) => where.or([where('org_number', 'is', null), where('org_number', 'is not distinct from', orgNumber)]))
    .select('id')
    .executeTakeFirst();
  if (!found) return null;
  if (orgNumber) await giveNumber(context, found.id, orgNumber);
  return found.id;
}

/** Writes down the number of an organisation that had none, unless another has it. */
async function giveNumber(context: Context, id: string, orgNumber: string): Promise<void> {
  await tables(context)
    .updateTable('people.organisation')
    .set({ org_number: orgNumber })
    .where('id', '=', id)
    .where('org_number', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('people.organisation as o').where('o.org_number', '=', orgNumber).select('o.id'))))
    .execute();
}

/** The organisation's id, by its number, else by its name; a new one where neither is known. The indexes decide. */
export async function organisationId(context: Context, { name, sector, orgNumber }: Organisation): Promise<string> {
  await tables(context)
    .insertInto('people.organisation')
    .values({ id: randomUUID(), name, sector, org_number: orgNumber })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const known = tables(context).selectFrom('people.organisation').select('id');
  const found = orgNumber ? known.where('org_number', '=', orgNumber) : known.where('org_number', 'is', null).where(sql`lower(name)`, '=', sql`lower(${name})`);
  return (await found.executeTakeFirstOrThrow()).id;
}

export async function partiesOf(context: Context, agreementId: string): Promise<Party[]> {
  return tables(context)
    .selectFrom('people.party as p')
    .innerJoin('people.organisation as o', 'o.id', 'p.organisation_id')
    .where('p.agreement_id', '=', agreementId)
    .select(['p.fact_id as factId', 'o.name', 'o.sector', 'o.org_number as orgNumber', 'p.unit', 'p.address'])
    .execute();
}

export async function contactPersonsOf(context: Context, agreementId: string): Promise<ContactPerson[]> {
  return tables(context)
    .selectFrom('people.contact_person')
    .where('agreement_id', '=', agreementId)
    .select(['fact_id as factId', 'name', 'role', 'email', 'phone', 'organisation'])
    .execute();
}

export async function organisations(context: Context): Promise<KnownOrganisation[]> {
  return tables(context).selectFrom('people.organisation').select(['id', 'name', 'sector', 'org_number as orgNumber']).orderBy('name').execute();
}

/** Some of the organisations by name, from after one; only these where they are given, and only those whose name or number holds what is sought. */
export async function organisationsFrom(context: Context, { ids, sought, after, limit }: { ids: string[] | null; sought: string; after: string | null; limit: number }): Promise<KnownOrganisation[]> {
  let all = tables(context).selectFrom('people.organisation').select(['id', 'name', 'sector', 'org_number as orgNumber']);
  if (ids) all = all.where('id', '=', sql<string>`any(${ids}::uuid[])`);
  if (sought) all = all.where(sql<boolean>`name || ' ' || coalesce(org_number, '') ~ ${inEitherCase(sought)}`);
  if (after) all = all.where(sql<boolean>`(name, id) > (select o.name, o.id from people.organisation o where o.id = ${after})`);
  return all.orderBy('name').orderBy('id').limit(limit).execute();
}

/** The words as a pattern in which each letter may be small or large: a database made in the C locale knows no small Å. */
const inEitherCase = (words: string): string => [...words].map((sign) => (/\p{L}/u.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : sign.replace(/[^\d\s]/, '\\$&'))).join('');

export async function organisationNamed(context: Context, id: string): Promise<{ id: string; name: string } | null> {
  return (await tables(context).selectFrom('people.organisation').where('id', '=', id).select(['id', 'name']).executeTakeFirst()) ?? null;
}

export async function organisationsById(context: Context, ids: string[]): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return [];
  return tables(context).selectFrom('people.organisation').where('id', 'in', ids).select(['id', 'name', 'sector', 'org_number as orgNumber']).orderBy('name').execute();
}
