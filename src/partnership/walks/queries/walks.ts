import type { CalendarDate } from '#kernel/calendar-date.ts';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Walk } from '../model.ts';
import { maySeeWalks } from '../policy.ts';
import * as store from '../store/walks.server.ts';

/** A partnership's walks of these nights, both included. */
export async function walksOf(context: Context, agreementId: string, nights: { from: CalendarDate; to: CalendarDate }): Promise<Outcome<Walk[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  return asked.ok ? done(await store.walksBetween(context, agreementId, nights)) : asked;
}

/** One walk, to whoever may see the walks of its partnership. */
export async function walkToSee(context: Context, walkId: string): Promise<Outcome<Walk>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const walk = isId(walkId) ? await store.findWalk(context, walkId) : null;
  if (!walk) return refuse('not-found', 'walks.not-found');
  const asked = await ask(context, maySeeWalks, walk.agreementId);
  return asked.ok ? done(walk) : asked;
}
