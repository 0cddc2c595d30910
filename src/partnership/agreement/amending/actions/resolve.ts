import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { noSuchDraft } from '../../drafting/own-draft.ts';
import * as drafts from '../../drafting/store.server.ts';
import { mayDraftAgreement } from '../../policy.ts';
import { factViews } from '../../queries.ts';
import { agreed } from '../../review.ts';
import { conflictsOf, rebased, withoutChange } from '../merge.ts';

/**
 * Says what becomes of a change where the agreement has changed meanwhile: the amendment's, on what the agreement says now, or
 * none. A version that was frozen or approved before says something else by then, so that both parties see it again.
 */
export async function resolveConflict(context: Context, { draftId, slug, keep }: { draftId: string; slug: string; keep: 'amendment' | 'agreement' }): Promise<Outcome<{ agreementId: string; draftId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const seen = await drafts.findDraft(context, draftId);
  if (!seen || seen.kind === 'agreement') return noSuchDraft();
  const { agreementId } = seen;
  const asked = await ask(context, mayDraftAgreement, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const draft = await drafts.holdDraft(inside, draftId);
    if (!draft) return noSuchDraft();
    const facts = agreed(await factViews(inside, agreementId));
    if (!conflictsOf(draft, facts).some((conflict) => conflict.slug === slug)) return refuse('conflict', 'agreement.no-such-conflict');
    await drafts.writeDraft(inside, draft, keep === 'amendment' ? rebased(draft, slug, facts) : withoutChange(draft, slug));
    await witness(inside, { what: 'agreement.amendment-merged', agreementId: draft.sharedAt ? agreementId : null, facts: { draftId, partnership: agreementId, slug, keep } });
    return done({ agreementId, draftId });
  });
}
