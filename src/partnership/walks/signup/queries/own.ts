import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import type { Named } from '../../model.ts';
import { mayWalk } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import type { Companion, OwnOffer, OwnSignup } from '../model.ts';
import { companyOf, openTasks, ownOffers, ownSignups, walkerIn } from '../store/seen.server.ts';
import { type ShownWalk, shownComing } from './shown.ts';

/** A walk as one of its walkers sees it. */
export interface OwnPart {
  signup: OwnSignup | null;
  offer: OwnOffer | null;
  /** Told to those who walk. */
  meetingPoint: Named | null;
  note: string | null;
  /** Those with a place, by name on the night itself; nobody before. */
  company: Companion[];
  /** A place is open for whoever leads. */
  mayLead: boolean;
}

/** One's own part in a walk; null where one does not walk in its partnership. */
export async function ownPart(context: Context, walkId: string): Promise<OwnPart | null> {
  if (!mayWalk(context.actor)) return null;
  const walk = await findWalk(context, walkId);
  if (!walk) return null;
  const [signups, offers, company, tasks] = await Promise.all([ownSignups(context, context.actor.id), ownOffers(context, context.actor.id), companyOf(context, walkId), openTasks(context, walkId)]);
  const signup = signups.get(walkId) ?? null;
  const walks = signup?.place != null;
  return {
    signup,
    offer: offers.get(walkId) ?? null,
    meetingPoint: walks ? walk.meetingPoint : null,
    note: walks ? walk.note : null,
    company: company.filter(({ place }) => place !== null),
    mayLead: tasks.includes('leader'),
  };
}

/** The walks that a walker has a part in, and those they could have. */
export interface OwnWalks {
  mine: (ShownWalk & { signup: OwnSignup | null; offer: OwnOffer | null })[];
  coming: ShownWalk[];
}

/** All coming walks of the partnerships that somebody walks in: their own, and those that lack people. */
export async function ownWalks(context: Context): Promise<Outcome<OwnWalks>> {
  if (!mayWalk(context.actor)) return refuse('unauthenticated', 'access.sign-in-first');
  const places = await walkerIn(context, context.actor.id);
  const [signups, offers] = await Promise.all([ownSignups(context, context.actor.id), ownOffers(context, context.actor.id)]);
  const mine = await Promise.all(places.map(({ agreementId }) => shownComing(context, agreementId, ({ id }) => signups.has(id) || offers.has(id))));
  const coming = await Promise.all(places.map(({ agreementId, groupId }) => shownComing(context, agreementId, ({ id, group }) => !signups.has(id) && !offers.has(id) && (groupId === null || group?.id === groupId))));
  return done({ mine: mine.flat().map((walk) => ({ ...walk, signup: signups.get(walk.id) ?? null, offer: offers.get(walk.id) ?? null })), coming: coming.flat() });
}
