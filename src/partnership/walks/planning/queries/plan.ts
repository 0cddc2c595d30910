import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayLeadWalks, maySeeWalks } from '../../policy.ts';
import { walksBetween } from '../../store/walks.server.ts';
import { withoutAdult } from '../../signup/store/seen.server.ts';
import type { PlannedWalk, Share } from '../model.ts';
import { lackingOf } from '../rules/lacking.ts';
import { sharesOf } from '../rules/share.ts';
import { groupsLed, mannedBetween } from '../store/nights.server.ts';
import { groupsInTurn, hasOneAreaANight, nightsByGroup, type WeighedGroup } from '../store/planning.server.ts';
import { occasionsIn } from './occasions.ts';

/** The walks of these nights with how many they have and what they lack, and the nights on which more is asked for. Seasons that were undone are not there. */
export async function planOf(context: Context, agreementId: string, nights: { from: CalendarDate; to: CalendarDate }): Promise<Outcome<PlannedWalk[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const [walks, manned, youngAlone, occasions] = await Promise.all([
    walksBetween(context, agreementId, nights),
    mannedBetween(context, agreementId, nights),
    withoutAdult(context, agreementId, nights),
    occasionsIn(context, agreementId, { start: nights.from, end: nights.to }),
  ]);
  if (!occasions.ok) return occasions;
  const undone = ({ cancelledAt, cancelledBecause }: PlannedWalk) => cancelledAt !== null && cancelledBecause === null;
  return done(
    walks
      .map((walk) => {
        const has = manned.get(walk.id) ?? NOBODY;
        const during = occasions.value.filter(({ period }) => period.start <= walk.night && walk.night <= period.end);
        return { ...walk, manned: has, occasions: during, lacking: lackingOf({ ...walk, manned: has, youngAlone: youngAlone.has(walk.id) }) };
      })
      .filter((walk) => !undone(walk)),
  );
}

const NOBODY = { leader: { places: 0, placed: 0 }, walker: { places: 0, placed: 0 } };

/** The groups that walk in a partnership, with how many nights each has had and has beside its part. */
export async function sharesIn(context: Context, agreementId: string): Promise<Outcome<Share[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const [groups, nights] = [await groupsInTurn(context, agreementId), await nightsByGroup(context, agreementId, context.clock.today())];
  return done(sharesOf(groups.map(({ weight, ...group }) => ({ group, weight, ...(nights.get(group.id) ?? { had: 0, coming: 0 }) }))));
}

/** What a plan is made with: the groups that walk, those of them that the one who asks leads, and whether one area a night is agreed. */
export async function planningGround(context: Context, agreementId: string): Promise<Outcome<{ groups: WeighedGroup[]; led: string[]; oneAreaANight: boolean }>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const led = mayLeadWalks(context.actor, asked.value) ? await groupsLed(context) : [];
  const groups = await groupsInTurn(context, agreementId);
  return done({ groups, led: groups.map(({ id }) => id).filter((id) => led.includes(id)), oneAreaANight: await hasOneAreaANight(context, agreementId) });
}
