import type { Context } from '#platform/context.ts';
import type { Named, WalkRules } from '../../model.ts';
import { now } from '../../store/rows.server.ts';
import type { NetworkAgreement } from '../model.ts';
import { tables } from './rows.server.ts';

/** The organisation that coordinates a partnership's walks; null where none has been named. */
export async function coordinatorOf(context: Context, agreementId: string): Promise<Named | null> {
  const found = await tables(context)
    .selectFrom('walks.network as n')
    .innerJoin('people.organisation as o', 'o.id', 'n.organisation_id')
    .where('n.agreement_id', '=', agreementId)
    .select(['o.id', 'o.name'])
    .executeTakeFirst();
  return found ?? null;
}

export async function keepCoordinator(context: Context, agreementId: string, organisationId: string): Promise<void> {
  const { at, by } = now(context);
  const row = { organisation_id: organisationId, set_at: at, set_by: by };
  await tables(context)
    .insertInto('walks.network')
    .values({ agreement_id: agreementId, ...row })
    .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(row))
    .execute();
}

/** Whose rules a group is under: its own association's and the coordinating one's. Walkers may know too, who see no organisations. */
export async function rulersOf(context: Context, groupId: string): Promise<{ own: string; coordinating: string | null } | null> {
  const row = await tables(context)
    .selectFrom('walks.walking_group as g')
    .leftJoin('walks.network as n', 'n.agreement_id', 'g.agreement_id')
    .where('g.id', '=', groupId)
    .select(['g.organisation_id as own', 'n.organisation_id as coordinating'])
    .executeTakeFirst();
  return row ?? null;
}

/** Network agreements of a partnership, by the association's name. */
export async function networkAgreements(context: Context, agreementId: string): Promise<NetworkAgreement[]> {
  const rows = await tables(context)
    .selectFrom('walks.network_agreement as a')
    .innerJoin('people.organisation as o', 'o.id', 'a.organisation_id')
    .where('a.agreement_id', '=', agreementId)
    .select(['o.id', 'o.name', 'a.linked_agreement_id', 'a.signed_on', 'a.signed_where'])
    .orderBy('o.name')
    .execute();
  return rows.map(({ id, name, linked_agreement_id, signed_on, signed_where }) => ({ organisation: { id, name }, linkedAgreementId: linked_agreement_id, signedOn: signed_on, signedWhere: signed_where }));
}

/** Keeps what was agreed; what was known of the same association is replaced, and the journal keeps what was. */
export async function keepNetworkAgreement(context: Context, agreementId: string, { organisation, linkedAgreementId, signedOn, signedWhere }: NetworkAgreement): Promise<void> {
  const { at, by } = now(context);
  const row = { linked_agreement_id: linkedAgreementId, signed_on: signedOn, signed_where: signedWhere, recorded_at: at, recorded_by: by };
  await tables(context)
    .insertInto('walks.network_agreement')
    .values({ agreement_id: agreementId, organisation_id: organisation.id, ...row })
    .onConflict((conflict) => conflict.columns(['agreement_id', 'organisation_id']).doUpdateSet(row))
    .execute();
}

/** What organisations have said that they ask, by their ids; those that have said nothing are not there. */
export async function rulesSaidBy(context: Context, organisationIds: string[]): Promise<Map<string, WalkRules>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await tables(context).selectFrom('walks.rules').where('organisation_id', 'in', organisationIds).selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.organisation_id,
      {
        smallestGroup: row.smallest_group,
        largestGroup: row.largest_group,
        youngest: row.youngest,
        trainedPerGroup: row.trained_per_group,
        courseBeforeFirstWalk: row.course_before_first_walk,
        insurance: row.insurance,
        registerExtract: row.register_extract,
        vests: row.vests,
        earliestStart: row.earliest_start.slice(0, 5),
        latestEnd: row.latest_end.slice(0, 5),
        debrief: row.debrief,
      },
    ]),
  );
}

export async function keepRules(context: Context, organisationId: string, rules: WalkRules): Promise<void> {
  const { at, by } = now(context);
  const row = {
    smallest_group: rules.smallestGroup,
    largest_group: rules.largestGroup,
    youngest: rules.youngest,
    trained_per_group: rules.trainedPerGroup,
    course_before_first_walk: rules.courseBeforeFirstWalk,
    insurance: rules.insurance,
    register_extract: rules.registerExtract,
    vests: rules.vests,
    earliest_start: rules.earliestStart,
    latest_end: rules.latestEnd,
    debrief: rules.debrief,
    set_at: at,
    set_by: by,
  };
  await tables(context)
    .insertInto('walks.rules')
    .values({ organisation_id: organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute();
}
