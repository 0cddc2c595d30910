import { sql } from 'kysely';
import { recordCredential } from '#partnership/people';
import { ledWalk, lookAfterWalks, signUp } from '#partnership/walks';
import { type Outcome, sure } from '#kernel/outcome.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { restingSms } from '#platform/sms/outbox.ts';
import type { WalkTask } from '#pure/walks';
import { phoneMark } from '../../src/partnership/walks/signup/secrets.ts';
import { freshHouse } from './fresh-database.ts';
import { walking } from './walking.ts';

/** What the house's codes and marks are made with. */
export const SECRET = 'x'.repeat(32);

export const idOf = ({ actor }: Context): string => ('id' in actor ? actor.id : '');

/** The code of the first refusal, or `yes`. */
export const answerOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'yes' : outcome.refusals[0].code);

/** The same who asks, at another time. */
export const at = (context: Context, clock: string): Context => contextFor({ ...context, clock: stoppedClock(clock) }, context.actor);

interface Asked {
  youngest?: number;
  trained?: number;
  course?: boolean;
  insurance?: boolean;
  extract?: boolean;
}

/** A partnership that walks, at noon on 21 November 2026, and what signing up needs. */
export async function signingUp() {
  const scene = await walking(await freshHouse(stoppedClock('2026-11-21T12:00:00Z')));
  const { house } = scene;
  let night = 0;
  return {
    ...scene,
    /** Signs up who asks. */
    enter: (walker: Context, walkId: string, task: WalkTask = 'walker') => signUp(walker, { walkId, task, number: null }, SECRET),
    taken: async (walkId: string) => sure(await ledWalk(scene.coordinator, { agreementId: scene.agreementId, walkId })).taken,
    lookAfter: async (clock?: string) => sure(await lookAfterWalks(clock ? at(house, clock) : house, { house: 'https://handslag.example' })).told,
    texts: async () => (await restingSms(house)).map(({ to, text }) => ({ to, text })),
    forgetTexts: () => sql`delete from platform.sms_outbox`.execute(house.database),
    /** A walk on this night, or on one of its own far ahead. */
    walk: (places: WalkTask[], day?: string) => scene.plan(day ?? `2027-${String(1 + Math.floor(night / 28)).padStart(2, '0')}-${String(1 + (night++ % 28)).padStart(2, '0')}`, { places }),
    walkers: (...names: string[]): Promise<Context[]> => names.reduce<Promise<Context[]>>(async (before, name) => [...(await before), await scene.walker(name)], Promise.resolve([])),
    /** Says what the association asks of its walkers: nothing but that they are grown, unless it is said. */
    asks: ({ youngest = 18, trained = 0, course = false, insurance = false, extract = false }: Asked) =>
      sql`insert into walks.rules (organisation_id, smallest_group, largest_group, youngest, trained_per_group, course_before_first_walk, vests, earliest_start, latest_end, debrief, set_at, set_by, insurance, register_extract)
        values (${scene.associationId}, 2, 5, ${youngest}, ${trained}, ${course}, true, '18:00', '04:00', true, now(), 'Idris', ${insurance}, ${extract})
        on conflict (organisation_id) do update set youngest = excluded.youngest, trained_per_group = excluded.trained_per_group, course_before_first_walk = excluded.course_before_first_walk, insurance = excluded.insurance, register_extract = excluded.register_extract`.execute(
        house.database,
      ),
    show: async (who: Context, kind: 'course' | 'insurance' | 'guardian-consent' | 'register-extract') => void sure(await recordCredential(scene.manager, { personId: idOf(who), kind, about: '', seenOn: '2026-01-01', validUntil: '' })),
    giveNumber: (who: Context, number: string) => sql`update walks.walker set phone_mark = ${phoneMark(SECRET, number)} where person_id = ${idOf(who)}`.execute(house.database),
  };
}
