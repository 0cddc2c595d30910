import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '../../model.ts';
import { tables } from './rows.server.ts';

/** The walker of a partnership with this mark, or null. Whoever asks at the same time for the same mark waits, so that nobody becomes two. */
export async function walkerByMark(context: Context, { agreementId, mark }: { agreementId: string; mark: string }): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${mark}, 0))`.execute(context.database);
  const row = await tables(context).selectFrom('walks.walker').select('person_id').where('agreement_id', '=', agreementId).where('phone_mark', '=', mark).where('until', 'is', null).executeTakeFirst();
  return row?.person_id ?? null;
}

/** Walkers whom the association entered with a number, and who have not shown it themselves yet. */
export async function walkersWithoutMark(context: Context, agreementId: string): Promise<{ personId: string; phone: string }[]> {
  return tables(context)
    .selectFrom('walks.walker as k')
    .innerJoin('people.person as p', 'p.id', 'k.person_id')
    .select(['k.person_id as personId', 'p.phone'])
    .where('k.agreement_id', '=', agreementId)
    .where('k.phone_mark', 'is', null)
    .where('k.until', 'is', null)
    .where('p.phone', 'is not', null)
    .$narrowType<{ phone: string }>()
    .execute();
}

/** From now on the walker is known by this mark, and told things in this language. */
export async function markWalker(context: Context, { personId, agreementId, mark, language }: { personId: string; agreementId: string; mark: string; language: Language }): Promise<void> {
  await tables(context).updateTable('walks.walker').set({ phone_mark: mark, language }).where('person_id', '=', personId).where('agreement_id', '=', agreementId).execute();
}

/** From now on this person walks in the partnership. */
export async function insertWalker(context: Context, { personId, agreementId, groupId, mark, language }: { personId: string; agreementId: string; groupId: string | null; mark: string; language: Language }): Promise<void> {
  await tables(context).insertInto('walks.walker').values({ person_id: personId, agreement_id: agreementId, group_id: groupId, phone_mark: mark, since: context.clock.now(), until: null, language }).execute();
}

/** Whether this is the mark of the number that the walker was known by. */
export async function isMarkOf(context: Context, { personId, agreementId, mark }: { personId: string; agreementId: string; mark: string }): Promise<boolean> {
  const row = await tables(context).selectFrom('walks.walker').select('phone_mark').where('person_id', '=', personId).where('agreement_id', '=', agreementId).executeTakeFirst();
  return row?.phone_mark === mark;
}

/** Groups of a partnership that walk today, with the organisation they are of. */
export async function startedGroups(context: Context, agreementId: string): Promise<{ id: string; name: string; organisationId: string }[]> {
  const today = context.clock.today();
  return tables(context)
    .selectFrom('walks.walking_group')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .where('agreement_id', '=', agreementId)
    .where('started_on', '<=', today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', today)]))
    .orderBy('name')
    .execute();
}

/** A group that anybody may ask after, with the partnership it walks in; null where it has not started or has ended. */
export async function findGroup(context: Context, groupId: string): Promise<{ name: string; agreementId: string } | null> {
  const today = context.clock.today();
  const row = await tables(context)
    .selectFrom('walks.walking_group')
    .select(['name', 'agreement_id as agreementId'])
    .where('id', '=', groupId)
    .where('started_on', '<=', today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', today)]))
    .executeTakeFirst();
  return row ?? null;
}

/** The age that a walk asks of a newcomer, whose year of birth nobody has seen: eighteen at least. */
export async function asksForAge(context: Context, walkId: string): Promise<number> {
  const { rows } = await sql<{ youngest: number }>`select youngest from walks.asked(${walkId}::uuid)`.execute(context.database);
  return Math.max(18, rows[0].youngest);
}
