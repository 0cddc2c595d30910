import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Policy, signInFirst } from '#platform/access/ask.ts';
import { placeOf } from '#platform/access/assignments.ts';
import type { Place } from '#platform/access/standing.ts';
import type { Person } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { AgreementDraft } from '../drafting/model.ts';
import { askOfDraft } from '../drafting/own-draft.ts';
import * as drafting from '../drafting/store.server.ts';
import { negotiatesFor } from '../policy.ts';
import * as store from './store.server.ts';

/** Somebody who negotiates a draft: who, for which side, and the draft as it stands. */
export interface Seat {
  person: Person;
  /** The side in whose name they act first. */
  side: { id: string; name: string };
  /** All the sides in whose name they may act. */
  sides: { id: string; name: string }[];
  place: Place;
  draft: AgreementDraft;
}

/** Asks the policy and holds the draft until the transaction ends: what is read of it then is what is decided on. */
export async function takeSeat(inside: Context, policy: Policy, draftId: string): Promise<Outcome<Seat>> {
  const { actor } = inside;
  if (actor.kind !== 'person') return signInFirst();
  const found = await askOfDraft(inside, policy, await drafting.findDraft(inside, draftId));
  if (!found.ok) return found;
  const place = await placeOf(inside, found.value.agreementId);
  const sides = negotiatesFor(actor, place);
  if (sides.length === 0) return refuse('forbidden', 'access.not-allowed');
  const draft = await drafting.holdDraft(inside, draftId);
  return draft ? done({ person: actor, side: sides.find(({ id }) => id === draft.organisationId) ?? sides[0], sides, place, draft }) : refuse('not-found', 'agreement.draft-not-found');
}

/** A seat at a draft that both sides see and that is not out for signature: where its text is negotiated. */
export async function takeSharedSeat(inside: Context, policy: Policy, draftId: string): Promise<Outcome<Seat>> {
  const seat = await takeSeat(inside, policy, draftId);
  if (!seat.ok) return seat;
  if (!seat.value.draft.sharedAt) return refuse('conflict', 'agreement.draft-not-shared');
  return (await store.isFrozen(inside, draftId)) ? refuse('conflict', 'agreement.out-for-signature') : seat;
}
