import { randomUUID } from 'node:crypto';
import type { Role } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { Office, ReportReader } from '../model.ts';
import { afterTables } from './rows.server.ts';

/** The office of those who coordinate a partnership's walks now; null where they have not said. */
export async function officeOf(context: Context, agreementId: string): Promise<Office | null> {
  const row = await afterTables(context)
    .selectFrom('walks.office as o')
    .innerJoin('walks.network as n', (join) => join.onRef('n.agreement_id', '=', 'o.agreement_id').onRef('n.organisation_id', '=', 'o.organisation_id'))
    .selectAll('o')
    .where('o.agreement_id', '=', agreementId)
    .executeTakeFirst();
  return row ? { email: row.email, phone: row.phone, insured: row.insured, excluded: row.excluded, toDo: row.to_do, withinDays: row.within_days } : null;
}

/** Keeps what an organisation says of its office, instead of what was said before. */
export async function keepOffice(context: Context, { agreementId, organisationId }: { agreementId: string; organisationId: string }, { email, phone, insured, excluded, toDo, withinDays }: Office): Promise<void> {
  const { at, by } = now(context);
  const row = { organisation_id: organisationId, email, phone, insured, excluded, to_do: toDo, within_days: withinDays, set_at: at, set_by: by };
  await afterTables(context)
    .insertInto('walks.office')
    .values({ agreement_id: agreementId, ...row })
    .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(row))
    .execute();
}

/** Who has a partnership's walk reports by letter, roles first, by organisation; then addresses. */
export async function readersOf(context: Context, agreementId: string): Promise<ReportReader[]> {
  const rows = await afterTables(context)
    .selectFrom('walks.report_reader as r')
    .leftJoin('people.organisation as o', 'o.id', 'r.organisation_id')
    .where('r.agreement_id', '=', agreementId)
    .select(['r.id', 'r.organisation_id', 'o.name', 'r.role', 'r.address'])
    .orderBy('o.name')
    .orderBy('r.role')
    .orderBy('r.address')
    .execute();
  return rows.map(({ id, organisation_id, name, role, address }) => ({ id, reads: role ? { organisation: { id: organisation_id ?? '', name: name ?? '' }, role } : { address: address ?? '' } }));
}

/** Adds somebody who has the reports. False where they had been added before. */
export async function insertReader(context: Context, agreementId: string, reads: { organisationId: string; role: Role } | { address: string }): Promise<boolean> {
  const { at, by } = now(context);
  const [organisation_id, role, address] = 'address' in reads ? [null, null, reads.address] : [reads.organisationId, reads.role, null];
  const result = await afterTables(context)
    .insertInto('walks.report_reader')
    .values({ id: randomUUID(), agreement_id: agreementId, organisation_id, role, address, added_at: at, added_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Takes somebody out who had the reports. False where they are not there. */
export async function deleteReader(context: Context, agreementId: string, id: string): Promise<boolean> {
  const result = await afterTables(context).deleteFrom('walks.report_reader').where('agreement_id', '=', agreementId).where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows === 1n;
}
