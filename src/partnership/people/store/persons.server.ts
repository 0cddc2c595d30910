import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { Credential, CredentialKind, KnownPerson } from '../model.ts';

type PersonTables = {
  'people.person': {
    id: string;
    organisation_id: string | null;
    name: string;
    email: string | null;
    phone: string | null;
    birth_year: number | null;
    protected: boolean;
    since: CalendarDate;
    until: CalendarDate | null;
  };
  'people.credential': {
    id: string;
    person_id: string;
    kind: CredentialKind;
    about: string | null;
    seen_on: CalendarDate;
    seen_by: string;
    valid_until: CalendarDate | null;
    recorded_at: Date;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
};

const tables = (context: Context) => context.database.withTables<PersonTables>();

const persons = (context: Context) =>
  tables(context)
    .selectFrom('people.person')
    .select(['id', 'organisation_id as organisationId', 'name', 'email', 'phone', 'birth_year as birthYear', 'protected', 'since', 'until']);

/** Keeps somebody's name and how to reach them; what was known of the same id is replaced. */
export async function keepPerson(context: Context, { organisationId, birthYear, ...person }: KnownPerson): Promise<void> {
  const row = { ...person, organisation_id: organisationId, birth_year: birthYear };
  const { id: _id, since: _since, ...changed } = row;
  await tables(context)
    .insertInto('people.person')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

export async function findPerson(context: Context, id: string): Promise<KnownPerson | null> {
  return (await persons(context).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Those an organisation knows today, by name. */
export async function personsOf(context: Context, organisationId: string): Promise<KnownPerson[]> {
  return persons(context)
    .where('organisation_id', '=', organisationId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>=', context.clock.today())]))
    .orderBy('name')
    .execute();
}

export async function personsById(context: Context, ids: string[]): Promise<Map<string, KnownPerson>> {
  const rows = ids.length > 0 ? await persons(context).where('id', 'in', ids).execute() : [];
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertCredential(context: Context, credential: Omit<Credential, 'withdrawnAt'>): Promise<void> {
  const { id, personId, kind, about, seenOn, seenBy, validUntil } = credential;
  await tables(context)
    .insertInto('people.credential')
    .values({ id, person_id: personId, kind, about, seen_on: seenOn, seen_by: seenBy, valid_until: validUntil, recorded_at: context.clock.now(), withdrawn_at: null, withdrawn_by: null })
    .execute();
}

export async function credentialsOf(context: Context, personIds: string[]): Promise<Credential[]> {
  if (personIds.length === 0) return [];
  return tables(context)
    .selectFrom('people.credential')
    .where('person_id', 'in', personIds)
    .select(['id', 'person_id as personId', 'kind', 'about', 'seen_on as seenOn', 'seen_by as seenBy', 'valid_until as validUntil', 'withdrawn_at as withdrawnAt'])
    .orderBy('seen_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}

/** False when it has been withdrawn already, or is another's. */
export async function withdrawCredential(context: Context, { id, personId, by }: { id: string; personId: string; by: string }): Promise<boolean> {
  const result = await tables(context)
    .updateTable('people.credential')
    .set({ withdrawn_at: context.clock.now(), withdrawn_by: by })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
