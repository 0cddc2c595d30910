import { done, type Outcome } from '#kernel/outcome.ts';
import { placeOf } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';
import type { AgreementDraft } from '../../drafting/model.ts';
import { askOfDraft } from '../../drafting/own-draft.ts';
import * as drafting from '../../drafting/store.server.ts';
import { mayNegotiate, maySeeAgreement, negotiatesFor } from '../../policy.ts';
import type { Comment, Proposal } from '../model.ts';
import { markOf, type Standing, standingOf } from '../rules.ts';
import * as store from '../store.server.ts';

/** A proposal as one side sees it: what it would do now, and what may be done about it. */
export interface ProposalView extends Proposal {
  /** Null where it is answered. */
  standing: Standing | null;
  /** What the reader has seen of what it is about, to be sent back with an acceptance. */
  mark: string;
  may: 'answer' | 'withdraw' | null;
}

/** A draft as it is negotiated, as one side sees it. */
export interface Negotiation {
  draft: AgreementDraft;
  /** The side in whose name the actor negotiates; null for who only reads. */
  side: { id: string; name: string } | null;
  others: { id: string; name: string }[];
  /** It is out for signature: nothing changes. */
  frozen: boolean;
  proposals: ProposalView[];
  comments: Comment[];
}

/** What is open and what has been said, with everything that one's own side noted and nothing that the other did. */
export async function negotiationOf(context: Context, draftId: string): Promise<Outcome<Negotiation>> {
  const found = await askOfDraft(context, maySeeAgreement, await drafting.findDraft(context, draftId));
  if (!found.ok) return found;
  const draft = found.value;
  const place = await placeOf(context, draft.agreementId);
  const sides = mayNegotiate(context.actor, place) ? negotiatesFor(context.actor, place) : [];
  const side = sides.find(({ id }) => id === draft.organisationId) ?? sides[0] ?? null;
  const frozen = await store.isFrozen(context, draftId);
  const names = await store.organisationNames(context, place.organisationIds);
  const proposals = (await store.proposalsOf(context, draftId)).map((proposal): ProposalView => {
    const { answer, organisation, proposerId } = proposal;
    const isOwn = sides.some(({ id }) => id === organisation.id);
    const mayAnswer = sides.some(({ id }) => id !== organisation.id) && context.actor.kind === 'person' && proposerId !== context.actor.id;
    return { ...proposal, standing: answer ? null : standingOf(proposal, draft), mark: markOf(proposal, draft), may: answer || frozen ? null : mayAnswer ? 'answer' : isOwn ? 'withdraw' : null };
  });
  const comments = (await store.commentsOf(context, draftId)).filter(({ internal, organisation }) => !internal || sides.some(({ id }) => id === organisation.id));
  return done({ draft, side, others: names.filter(({ id }) => id !== side?.id), frozen, proposals, comments });
}
