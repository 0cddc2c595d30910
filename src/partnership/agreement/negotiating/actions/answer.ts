import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { JournalEvent } from '#platform/journal/events.ts';
import { witness } from '#platform/journal.ts';
import { applyToDraft } from '../../drafting/actions/write.ts';
import { knownNames } from '../../drafting/free-words.ts';
import { mayNegotiate } from '../../policy.ts';
import { type Seat, takeSharedSeat } from '../at-the-table.ts';
import { type AnswerVerdict, NEGOTIATION_LIMITS, type Proposal, proseSchema } from '../model.ts';
import { acceptable, markOf } from '../rules.ts';
import * as store from '../store.server.ts';

/**
 * Answers a proposal, once: the other side accepts it, and then the draft says so, or declines it with a reason; its own side
 * withdraws it. `seen` is the mark of what whoever accepts has read; where that has been changed since they are told.
 */
export const answerProposal = (context: Context, { proposalId, verdict, reason = '', seen, lookedAt }: { proposalId: string; verdict: AnswerVerdict; reason?: string; seen?: string; lookedAt?: string[] }): Promise<Outcome<{ draftId: string; verdict: AnswerVerdict }>> =>
  inTransaction(context, async (inside) => {
    if (inside.actor.kind === 'nobody') return signInFirst();
    const found = await store.findProposal(inside, proposalId);
    if (!found) return refuse('not-found', 'agreement.proposal-not-found');
    const seat = await takeSharedSeat(inside, mayNegotiate, found.draftId);
    if (!seat.ok) return seat;
    const { draft, person } = seat.value;
    const side = sideThatMay(verdict, found, seat.value);
    if (!side) return refuse('forbidden', verdict === 'withdrawn' ? 'agreement.only-own-side-withdraws' : 'agreement.only-other-side-answers');
    // Read with the draft held: two who answer at once come here one after the other.
    const proposal = (await store.findProposal(inside, proposalId))!;
    if (proposal.answer) return refuse('conflict', 'agreement.proposal-answered', { facts: { name: proposal.answer.answeredBy } });
    const why = proseSchema(NEGOTIATION_LIMITS.reason).safeParse(reason);
    if (!why.success) return refuse('invalid', 'agreement.reason-too-long', { path: 'reason', facts: { most: NEGOTIATION_LIMITS.reason } });
    if (verdict === 'declined' && why.data === '') return refuse('invalid', 'agreement.decline-with-reason', { path: 'reason' });
    const looked = lookAgain({ texts: { reason: why.data }, lookedAt, known: knownNames(draft) });
    if (!looked.ok) return looked;
    if (verdict === 'accepted') {
      if (seen !== markOf(proposal, draft)) return refuse('conflict', 'agreement.changed-since-read');
      const change = acceptable(proposal, draft);
      if (!change.ok) return change;
      const applied = await applyToDraft(inside, draft.id, change.value);
      if (!applied.ok) return applied;
    }
    if (!(await store.insertAnswer(inside, person, { proposalId, verdict, reason: why.data, organisationId: side.id }))) throw new Error(`proposal ${proposalId} was answered while its draft was held`);
    await witness(inside, { what: WITNESSED[verdict], agreementId: draft.agreementId, facts: { draftId: draft.id, proposalId, change: proposal.change.kind, ...looked.value } });
    return done({ draftId: draft.id, verdict });
  });

const WITNESSED: Record<AnswerVerdict, JournalEvent> = { accepted: 'agreement.proposal-accepted', declined: 'agreement.proposal-declined', withdrawn: 'agreement.proposal-withdrawn' };

/** In whose name the answer is given; null where the person may not give it. Nobody answers what they proposed themselves, whatever roles they hold. */
function sideThatMay(verdict: AnswerVerdict, { organisation, proposerId }: Proposal, { sides, person }: Seat): { id: string } | null {
  if (verdict === 'withdrawn') return sides.find(({ id }) => id === organisation.id) ?? null;
  return proposerId === person.id ? null : (sides.find(({ id }) => id !== organisation.id) ?? null);
}
