import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { Taken, WalkTask } from '../../model.ts';
import type { Companion, OwnOffer, OwnSignup } from '../model.ts';
import { tables } from './rows.server.ts';

/** What is needed of a walk to do something about it. */
export interface SeenWalk {
  id: string;
  agreementId: string;
  starts: Date;
}

/** A walk that the actor may know of, and no more of it than is needed by those who press at once. */
export async function seenWalk(context: Context, walkId: string): Promise<SeenWalk | null> {
  return (await tables(context).selectFrom('walks.walk').select(['id', 'agreement_id as agreementId', 'starts']).where('id', '=', walkId).executeTakeFirst()) ?? null;
}

/** Who walks and who waits, the first to come first: by name for whoever may know it, and nobody for the rest. */
export async function companyOf(context: Context, walkId: string): Promise<Companion[]> {
  const { rows } = await sql<{ signup_id: string; person_id: string; name: string | null; task: WalkTask; turn: number; place: number | null; trained: boolean; phone: string | null; gives_up: boolean; no_show: boolean; young: boolean }>`
    select c.*, c.signup_id in (select walks.young_on(${walkId}::uuid)) as young from walks.company_of(${walkId}::uuid) c`.execute(context.database);
  return rows.map(({ signup_id, person_id, gives_up, no_show, ...rest }) => ({ signupId: signup_id, personId: person_id, givesUp: gives_up, noShow: no_show, ...rest }));
}

/** The walkers of a group, for whoever leads it. */
export async function knownTo(context: Context, groupId: string): Promise<{ personId: string; name: string | null }[]> {
  const { rows } = await sql<{ person_id: string; name: string | null }>`select * from walks.known_to(${groupId}::uuid)`.execute(context.database);
  return rows.map(({ person_id, name }) => ({ personId: person_id, name }));
}

/** How many of a walk's places are taken and how many wait. */
export async function takenOf(context: Context, walkId: string): Promise<Taken> {
  const { rows } = await sql<{ placed: number; waiting: number }>`select placed::integer, waiting::integer from walks.taken(${walkId}::uuid)`.execute(context.database);
  return rows[0];
}

/** The walks of these nights on which there are young walkers and nobody grown. */
export async function withoutAdult(context: Context, agreementId: string, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<Set<string>> {
  const { rows } = await sql<{ walk_id: string }>`select walk_id from walks.without_adult(${agreementId}::uuid, ${from}::date, ${to}::date)`.execute(context.database);
  return new Set(rows.map(({ walk_id }) => walk_id));
}

/** How many places of a walk somebody new would be given. */
export async function placesLeftOf(context: Context, walkId: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`select walks.places_left(${walkId}::uuid) as left`.execute(context.database);
  return rows[0].left;
}

/** One's own sign-ups for walks that have not ended, by walk. */
export async function ownSignups(context: Context, personId: string): Promise<Map<string, OwnSignup>> {
  const rows = await tables(context)
    .selectFrom('walks.signup')
    .select(['walk_id', 'task', 'place', 'gives_up_at', sql<number>`walks.before_me(walk_id)`.as('before'), sql<boolean>`walks.waits_for_adult(walk_id)`.as('waitsForAdult')])
    .where('person_id', '=', personId)
    .where('cancelled_at', 'is', null)
    .where('ends', '>', context.clock.now())
    .execute();
  return new Map(rows.map(({ walk_id, gives_up_at, ...rest }) => [walk_id, { walkId: walk_id, givesUp: gives_up_at !== null, ...rest }]));
}

/** What one has been asked to take and can still answer, by walk. */
export async function ownOffers(context: Context, personId: string): Promise<Map<string, OwnOffer>> {
  const rows = await tables(context)
    .selectFrom('walks.offer')
    .select(['walk_id', 'expires_at', 'by_name'])
    .where('person_id', '=', personId)
    .where('answered_at', 'is', null)
    .where('expires_at', '>', context.clock.now())
    .execute();
  return new Map(rows.map(({ walk_id, expires_at, by_name }) => [walk_id, { walkId: walk_id, until: expires_at, byName: by_name }]));
}

/** The partnerships that somebody walks in, each with the group; not those they have left. */
export async function walkerIn(context: Context, personId: string): Promise<{ agreementId: string; groupId: string | null }[]> {
  const { rows } = await sql<{ agreementId: string; groupId: string | null }>`
    select agreement_id as "agreementId", group_id as "groupId" from walks.walker where person_id = ${personId}::uuid and until is null
    union select r, null from walks.by_role(${personId}::uuid) r where not exists (select 1 from walks.walker k where k.person_id = ${personId}::uuid and k.agreement_id = r)`.execute(context.database);
  return rows;
}

/** What a walk's tasks still have room for: tasks with an open place. */
export async function openTasks(context: Context, walkId: string): Promise<WalkTask[]> {
  const { rows } = await sql<{ task: WalkTask }>`select distinct task from walks.open_places(${walkId}::uuid)`.execute(context.database);
  return rows.map(({ task }) => task);
}
