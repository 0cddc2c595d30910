import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayDraftAgreement, mayWriteDraftFor } from '../policy.ts';
import type { AgreementDraft } from './model.ts';

/**
 * Asks a policy about a draft. Until it is shared it is found only by those who write for the organisation whose it is; from
 * then on by everybody whom the policy lets.
 */
export async function askOfDraft<T extends AgreementDraft>(context: Context, policy: Policy, draft: T | null): Promise<Outcome<T>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!draft || draft.withdrawnAt) return noSuchDraft();
  const asked = await ask(context, draft.sharedAt ? policy : mayDraftAgreement, draft.agreementId);
  if (!asked.ok) return asked;
  return draft.sharedAt || mayWriteDraftFor(context.actor, asked.value, draft.organisationId) ? done(draft) : noSuchDraft();
}

export const noSuchDraft = () => refuse('not-found', 'agreement.draft-not-found');
