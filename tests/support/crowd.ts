import { sql } from 'kysely';
import { type Context, contextFor } from '#platform/context.ts';
import type { Walking } from './walking.ts';

/** Many people who walk in the partnership, entered at one stroke, each as who asks. */
export async function crowd({ house, agreementId, groupId, associationId }: Pick<Walking, 'house' | 'agreementId' | 'groupId' | 'associationId'>, count: number): Promise<Context[]> {
  const { rows } = await sql<{ id: string }>`
    with people as (
      insert into people.person (id, organisation_id, name, since) select gen_random_uuid(), ${associationId}, 'Vandrare ' || number, '2026-01-01' from generate_series(1, ${count}::integer) number returning id
    )
    insert into walks.walker (person_id, agreement_id, group_id, since) select id, ${agreementId}, ${groupId}, now() from people returning person_id as id`.execute(house.database);
  return rows.map(({ id }) => contextFor(house, { kind: 'walker', id }));
}
