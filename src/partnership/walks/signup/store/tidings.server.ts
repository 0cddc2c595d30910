import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '../../model.ts';
import type { TidingKind } from '../model.ts';
import { tables } from './rows.server.ts';

/** Hours before a walk at which its walkers are reminded a second time. */
const HOURS_BEFORE = 3;

/** What is to be told, and how whom it concerns is reached. */
export interface Due {
  id: string;
  walkId: string;
  agreementId: string;
  kind: TidingKind;
  /** The number given for this walk, else one that the association keeps. */
  phone: string | null;
  email: string | null;
  /** Until when an offer can be answered. */
  until: Date | null;
  /** The language that they have chosen. */
  language: Language;
  /** Whom it concerns is young, and nobody grown has a place on the walk. */
  alone: boolean;
}

/** Writes down whom it is time to remind, each once of each time that the walk starts. From three in the afternoon the day before, and three hours before. */
export async function noteReminders(context: Context): Promise<void> {
  const now = context.clock.now();
  await sql`
    insert into walks.tiding (walk_id, person_id, kind, occasion, made_at)
    select w.id, s.person_id, k.kind, s.id::text || ' ' || extract(epoch from w.starts)::bigint, ${now}::timestamptz
    from walks.walk w join walks.signup s on s.walk_id = w.id and s.place is not null and s.cancelled_at is null
    join lateral (values
      ('day-before', ((w.night - 1)::timestamp + interval '15 hours') at time zone 'Europe/Stockholm', w.starts - interval '8 hours'),
      ('hours-before', w.starts - ${`${HOURS_BEFORE} hours`}::interval, w.starts)
    ) as k (kind, since, until) on ${now}::timestamptz >= k.since and ${now}::timestamptz < k.until
    -- Whoever has just signed up knows.
    where w.cancelled_at is null and w.starts > ${now}::timestamptz and w.starts < ${now}::timestamptz + interval '3 days' and s.placed_at < k.since
    on conflict do nothing`.execute(context.database);
}

/** Takes the oldest tiding that nobody has told, for as long as the transaction lasts, and notes that it is told; null where there is none. */
export async function takeTiding(context: Context): Promise<Due | null> {
  const next = await tables(context).selectFrom('walks.tiding').select('id').where('told_at', 'is', null).orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst();
  if (!next) return null;
  await tables(context).updateTable('walks.tiding').set({ told_at: context.clock.now() }).where('id', '=', next.id).execute();
  return tables(context)
    .selectFrom('walks.tiding as t')
    .innerJoin('walks.walk as w', 'w.id', 't.walk_id')
    .innerJoin('people.person as p', 'p.id', 't.person_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('walks.signup as s')
          .whereRef('s.walk_id', '=', 't.walk_id')
          .whereRef('s.person_id', '=', 't.person_id')
          .select('s.phone')
          .orderBy('s.turn', 'desc')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .leftJoin('walks.offer as o', (join) => join.onRef('o.walk_id', '=', 't.walk_id').onRef('o.person_id', '=', 't.person_id').on('o.answered_at', 'is', null))
    .select(['t.id', 't.walk_id as walkId', 'w.agreement_id as agreementId', 't.kind', sql<string | null>`coalesce(s.phone, p.phone)`.as('phone'), 'p.email', 'o.expires_at as until', sql<Language>`coalesce(walks.tongue_of(t.person_id, w.agreement_id), 'sv')`.as('language'), sql<boolean>`walks.is_young(t.person_id, w.night) and not walks.with_adult(t.walk_id, null)`.as('alone')])
    .where('t.id', '=', next.id)
    .executeTakeFirstOrThrow();
}

/** A walk whose young walkers are without anybody grown. */
export interface YoungAlone {
  walkId: string;
  agreementId: string;
  /** The association of the group that is to walk. */
  organisationId: string | null;
}

/** Writes down that young walkers are to be told that nobody grown is there any more, once of each time. Gives the walks of which that is new. */
export async function noteAdultsMissing(context: Context): Promise<YoungAlone[]> {
  const now = context.clock.now();
  const { rows } = await sql<YoungAlone>`
    with told as (
      insert into walks.tiding (walk_id, person_id, kind, occasion, made_at)
      select w.id, s.person_id, 'adult-missing', extract(epoch from n.since)::text, ${now}::timestamptz
      from walks.without_adult(null, ${context.clock.today()}::date, 'infinity') n
      join walks.walk w on w.id = n.walk_id and w.starts > ${now}::timestamptz
      join walks.signup s on s.walk_id = w.id and s.place is not null
      on conflict do nothing returning walk_id
    )
    select distinct w.id as "walkId", w.agreement_id as "agreementId", g.organisation_id as "organisationId"
    from told join walks.walk w on w.id = told.walk_id left join walks.walking_group g on g.id = w.group_id`.execute(context.database);
  return rows;
}

/** Writes down that those who were told so are to be told that somebody grown is there again. */
export async function noteAdultsBack(context: Context): Promise<void> {
  const now = context.clock.now();
  await sql`
    insert into walks.tiding (walk_id, person_id, kind, occasion, made_at)
    select t.walk_id, t.person_id, 'adult-back', t.occasion, ${now}::timestamptz
    from walks.tiding t join walks.walk w on w.id = t.walk_id and w.starts > ${now}::timestamptz and w.cancelled_at is null
    join walks.signup s on s.walk_id = t.walk_id and s.person_id = t.person_id and s.place is not null
    where t.kind = 'adult-missing' and walks.with_adult(t.walk_id, null)
    on conflict do nothing`.execute(context.database);
}

/** Walks that have not begun in which somebody waits, or has been offered a place that they have not answered in time. */
export async function walksToPassOn(context: Context): Promise<{ id: string; agreementId: string }[]> {
  const now = context.clock.now();
  return tables(context)
    .selectFrom('walks.walk as w')
    .select(['w.id', 'w.agreement_id as agreementId'])
    .where('w.starts', '>', now)
    .where('w.cancelled_at', 'is', null)
    .where((where) =>
      where.or([
        where.exists(where.selectFrom('walks.offer as o').whereRef('o.walk_id', '=', 'w.id').where('o.answered_at', 'is', null).where('o.expires_at', '<=', now).select('o.id')),
        where.and([
          where.exists(where.selectFrom('walks.signup as s').whereRef('s.walk_id', '=', 'w.id').where('s.cancelled_at', 'is', null).where('s.place', 'is', null).select('s.id')),
          where.exists(sql`(select 1 from walks.open_places(w.id))`),
        ]),
      ]),
    )
    .orderBy('w.starts')
    .execute();
}

/** Takes the numbers from sign-ups of walks that are over. How many there were. */
export async function forgetPhones(context: Context): Promise<number> {
  const result = await tables(context).updateTable('walks.signup').set({ phone: null }).where('phone', 'is not', null).where('ends', '<', context.clock.now()).executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Throws away what was told more than a month ago. */
export async function forgetTidings(context: Context): Promise<void> {
  await tables(context).deleteFrom('walks.tiding').where('told_at', '<', new Date(context.clock.now().getTime() - 30 * 86_400_000)).execute();
}
