import { type Outcome, sure } from '#kernel/outcome.ts';
import { answerProposal, comment, negotiationLetter, type NegotiationOccasion, negotiationOf, propose, settle, shareDraft } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { type Context, inTransaction } from '#platform/context.ts';
import { tell } from './tell.ts';

/** When a draft is shared, or something is proposed, answered or said openly in it, the other side is told: once a day for each of these, whatever more comes. */
export const shareAndTell = told('shared', shareDraft, (_, { draftId }) => draftId);
export const proposeAndTell = told('proposed', propose, (_, { draftId }) => draftId);
export const settleAndTell = told('proposed', settle, ({ draftId }) => draftId);
export const answerAndTell = told('answered', answerProposal, ({ draftId }) => draftId);
export const commentAndTell = told('commented', comment, ({ internal }, { draftId }) => (internal ? null : draftId));

function told<Input extends object, T>(occasion: NegotiationOccasion, act: (context: Context, input: Input) => Promise<Outcome<T>>, draftOf: (value: T, input: Input) => string | null) {
  return (context: Context, { origin, ...input }: Input & { origin: string }): Promise<Outcome<T>> =>
    inTransaction(context, async (inside) => {
      const outcome = await act(inside, input as unknown as Input);
      const draftId = outcome.ok ? draftOf(outcome.value, input as unknown as Input) : null;
      if (draftId) await tellOtherSide(inside, draftId, occasion, origin);
      return outcome;
    });
}

/** Tells those who negotiate for the other side, once at each address and day. */
async function tellOtherSide(context: Context, draftId: string, occasion: NegotiationOccasion, origin: string): Promise<void> {
  const { draft, side, proposals } = sure(await negotiationOf(context, draftId));
  if (!side) return;
  const waiting = proposals.filter(({ answer, organisation }) => answer === null && organisation.id === side.id).length;
  const letter = negotiationLetter({ occasion, from: side.name, title: draft.title, waiting, address: `${origin}/drafts/${draftId}/negotiation` });
  const hidden = (await guard(context)).hide(draft.agreementId, letter);
  const kind = `agreement.negotiation-${occasion}`;
  await tell(context, { agreementId: draft.agreementId, who: 'agreement.draft', notOf: side.id }, { ...hidden, kind, once: `${kind} ${draftId} ${context.clock.today()}` });
}
