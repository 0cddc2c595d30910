import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Role } from './roles.ts';

/** An organisation that takes part, and somebody who acts for it. */
interface Organisation {
  id: string;
  name: string;
}

/** Somebody's role in one partnership today, held in it alone or by their organisation's part in it. */
export interface Acting {
  accountId: string;
  role: Role;
  organisation: Organisation | null;
  /** True of one who stands in for somebody. */
  deputy: boolean;
}

/** Who takes part in a partnership and who acts in it today. */
export interface Cast {
  organisations: Organisation[];
  acting: Acting[];
}

/** The cast of each of these partnerships, as far as the actor may know. */
export async function castsOf(context: Context, agreementIds: string[]): Promise<Map<string, Cast>> {
  const casts = new Map<string, Cast>(agreementIds.map((id) => [id, { organisations: [], acting: [] }]));
  if (agreementIds.length === 0) return casts;
  for (const { agreement_id, id, name } of await parts(agreementIds, context)) casts.get(agreement_id)!.organisations.push({ id, name });
  for (const { agreement_id, account_id, role, organisation_id, name, deputy } of await roles(agreementIds, context)) {
    const organisation = organisation_id ? { id: organisation_id, name: name ?? '' } : null;
    casts.get(agreement_id)!.acting.push({ accountId: account_id, role, organisation, deputy });
  }
  return casts;
}

const rowsOf = async <Row>(query: RawBuilder<Row>, { database }: Context): Promise<Row[]> => (await query.execute(database)).rows;

const parts = (agreementIds: string[], context: Context) =>
  rowsOf(
    sql<{ agreement_id: string } & Organisation>`
      select p.agreement_id, o.id, o.name from access.participation p join people.organisation o on o.id = p.organisation_id
      where p.agreement_id = any(${agreementIds}::uuid[]) order by p.since, o.name`,
    context,
  );

/** Roles held in the partnership itself, and those held for an organisation that takes part in it. */
const roles = (agreementIds: string[], context: Context) => {
  const today = context.clock.today();
  return rowsOf(
    sql<{ agreement_id: string; account_id: string; role: Role; organisation_id: string | null; name: string | null; deputy: boolean }>`
      select distinct on (r.agreement_id, a.id) r.agreement_id, a.account_id, a.role, a.organisation_id, o.name, a.deputises_for is not null as deputy
      from (
        select a.id, a.agreement_id from access.assignment a where a.agreement_id = any(${agreementIds}::uuid[])
        union all
        select a.id, p.agreement_id from access.assignment a join access.participation p on p.organisation_id = a.organisation_id
        where a.agreement_id is null and p.agreement_id = any(${agreementIds}::uuid[])
      ) r
      join access.assignment a on a.id = r.id
      left join people.organisation o on o.id = a.organisation_id
      where a.ended_at is null and a.starts <= ${today}::date and (a.ends is null or a.ends >= ${today}::date)
      order by r.agreement_id, a.id`,
    context,
  );
};
