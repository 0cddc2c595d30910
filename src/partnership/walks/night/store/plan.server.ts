import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Named, WalkRules, WalkTask } from '../../model.ts';
import { USUAL_RULES } from '../../rules/usual.ts';
import type { Companion } from '../model.ts';
import { nightTables } from './rows.server.ts';

/** Those who walk together; nobody to whoever does not walk with them tonight. */
export async function companyOn(context: Context, walkId: string): Promise<Companion[]> {
  const { rows } = await sql<{ signup_id: string; task: WalkTask; first_name: string | null; phone: string | null; me: boolean; young: boolean }>`select * from walks.company(${walkId})`.execute(context.database);
  return rows.map(({ signup_id, first_name, ...one }) => ({ signupId: signup_id, firstName: first_name, ...one }));
}

/** The area's meeting points, and what to think of there. */
export async function areaOf(context: Context, areaId: string): Promise<{ advice: string | null; meetingPoints: Named[] }> {
  const area = await nightTables(context).selectFrom('walks.area').select('advice').where('id', '=', areaId).executeTakeFirst();
  const meetingPoints = await nightTables(context).selectFrom('walks.meeting_point').select(['id', 'name']).where('area_id', '=', areaId).where('removed_at', 'is', null).orderBy('name').execute();
  return { advice: area?.advice ?? null, meetingPoints };
}

/** What the group's organisation asks on a night; else the one that coordinates; what is usual, where neither has said. */
export async function rulesFor(context: Context, { agreementId, groupId }: { agreementId: string; groupId: string | null }): Promise<Pick<WalkRules, 'debrief' | 'vests'>> {
  const row = await nightTables(context)
    .selectFrom('walks.rules as r')
    .leftJoin('walks.walking_group as g', (join) => join.onRef('g.organisation_id', '=', 'r.organisation_id').on('g.id', '=', groupId))
    .leftJoin('walks.network as n', (join) => join.onRef('n.organisation_id', '=', 'r.organisation_id').on('n.agreement_id', '=', agreementId))
    .select(['r.debrief', 'r.vests'])
    .where((where) => where.or([where('g.id', 'is not', null), where('n.agreement_id', 'is not', null)]))
    .orderBy((order) => order('g.id', 'is', null))
    .executeTakeFirst();
  return row ?? { debrief: USUAL_RULES.debrief, vests: USUAL_RULES.vests };
}

/** The number of the municipality's social emergency service; null where nobody has entered it. */
export async function socialEmergencyOf(context: Context, agreementId: string): Promise<string | null> {
  const row = await nightTables(context).selectFrom('walks.network').select('social_emergency').where('agreement_id', '=', agreementId).executeTakeFirst();
  return row?.social_emergency ?? null;
}

/** Enters that number. False where nobody coordinates walks there. */
export async function setSocialEmergency(context: Context, agreementId: string, phone: string | null): Promise<boolean> {
  const result = await nightTables(context).updateTable('walks.network').set({ social_emergency: phone }).where('agreement_id', '=', agreementId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Names in a walk that are no private person's: of the area, its meeting points, the group and its organisation. */
export async function namesKnownIn(context: Context, { areaId, groupId }: { areaId: string; groupId: string | null }): Promise<string[]> {
  const area = await nightTables(context).selectFrom('walks.area').select('name').where('id', '=', areaId).execute();
  const points = await nightTables(context).selectFrom('walks.meeting_point').select('name').where('area_id', '=', areaId).execute();
  const group = await nightTables(context)
    .selectFrom('walks.walking_group as g')
    .innerJoin('people.organisation as o', 'o.id', 'g.organisation_id')
    .select(['g.name as group', 'o.name as organisation'])
    .where('g.id', '=', groupId)
    .execute();
  return [...area.map(({ name }) => name), ...points.map(({ name }) => name), ...group.flatMap((row) => [row.group, row.organisation])];
}

/** The walks that somebody has a place on and that are walked today or were begun yesterday, the one nearest in time first. */
export async function placedTonight(context: Context, personId: string): Promise<string[]> {
  const today = context.clock.today();
  const rows = await nightTables(context)
    .selectFrom('walks.signup as s')
    .innerJoin('walks.walk as w', 'w.id', 's.walk_id')
    .select('w.id')
    .where('s.person_id', '=', personId)
    .where('s.place', 'is not', null)
    .where('w.night', '<=', today)
    .where('w.ends', '>', new Date(context.clock.now().getTime() - 12 * 3_600_000))
    .orderBy('w.starts')
    .execute();
  return rows.map(({ id }) => id);
}
