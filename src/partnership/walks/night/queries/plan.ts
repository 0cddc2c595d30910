import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayWalk } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import type { NightPlan } from '../model.ts';
import { areaOf, companyOn, namesKnownIn, placedTonight, rulesFor, socialEmergencyOf } from '../store/plan.server.ts';

/** A walk for the telephone of somebody who has a place on it, from the day before its night until the day after. */
export async function nightPlan(context: Context, walkId: string): Promise<Outcome<NightPlan>> {
  if (!mayWalk(context.actor)) return signInFirst();
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  const company = walk ? await companyOn(context, walkId) : [];
  if (!walk || !company.some(({ me }) => me)) return refuse('not-found', 'walks.not-tonight');
  const { id, agreementId, kind, area, group, meetingPoint, starts, ends, cancelledAt } = walk;
  const groupId = group?.id ?? null;
  return done({
    walkId: id,
    kind,
    area: area.name,
    ...(await areaOf(context, area.id)),
    meetingPoint: meetingPoint?.name ?? null,
    group: group?.name ?? null,
    starts: starts.toISOString(),
    ends: ends.toISOString(),
    cancelled: cancelledAt !== null,
    company,
    socialEmergency: await socialEmergencyOf(context, agreementId),
    rules: await rulesFor(context, { agreementId, groupId }),
    known: await namesKnownIn(context, { areaId: area.id, groupId }),
  });
}

/** The walks that somebody has a place on tonight, the first to start first. */
export async function walksTonight(context: Context): Promise<Outcome<string[]>> {
  return mayWalk(context.actor) ? done(await placedTonight(context, context.actor.id)) : signInFirst();
}
