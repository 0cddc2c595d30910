import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { placeOf } from './assignments.ts';
import type { Ability } from './roles.ts';
import { abilitiesAt, mayAt, type Place } from './standing.ts';

/** A room's word on who may: pure, asked with the place where the partnership lies. */
export type Policy = (actor: Actor, place: Place) => boolean;

/**
 * Asks a policy about one partnership: a yes with its place, or a no. What the actor may not see is not found, so that
 * nobody learns that it exists; what they may see but not do is forbidden.
 */
export async function ask(context: Context, policy: Policy, agreementId: string): Promise<Outcome<Place>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!isId(agreementId)) return refuse('not-found', 'access.not-found');
  const place = await placeOf(context, agreementId);
  if (!mayAt(context.actor, 'partnership.see', place)) return refuse('not-found', 'access.not-found');
  return policy(context.actor, place) ? done(place) : refuse('forbidden', 'access.not-allowed');
}

/** What the actor may do in a partnership, for a page that shows no more than they can use. */
export const abilitiesIn = async (context: Context, agreementId: string): Promise<Ability[]> => abilitiesAt(context.actor, await placeOf(context, agreementId));

/** The answer to whoever asks for what only those may have who have signed in. */
export const signInFirst = () => refuse('unauthenticated', 'access.sign-in-first');
