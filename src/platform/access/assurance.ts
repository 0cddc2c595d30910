import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Actor, ASSURANCE, type Assurance } from '../actor.ts';

/** Whether the actor has signed in at least this surely. The house itself has. */
export const atLeast = (actor: Actor, level: Assurance): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && ASSURANCE.indexOf(actor.assurance) >= ASSURANCE.indexOf(level));

/** Demands a level for one deed, such as approving a payment; the refusal leads to a page that offers stronger ways and comes back. */
export function demand(actor: Actor, level: Assurance): Outcome<null> {
  if (actor.kind === 'nobody') return refuse('unauthenticated', 'access.sign-in-first');
  return atLeast(actor, level) ? done(null) : refuse('forbidden', 'access.sign-in-stronger');
}
