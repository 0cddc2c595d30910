import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import type { Place } from '#platform/access/standing.ts';
import type { Context } from '#platform/context.ts';
import type { Draft } from './model.ts';
import { mayWriteFor } from './policy.ts';

/** Asks a policy about a draft: a yes where the draft is there and the actor writes for the organisation whose it is. What is another's is not found. */
export async function askOwn(context: Context, policy: Policy, draft: Draft | null): Promise<Outcome<{ draft: Draft; place: Place }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!draft) return noSuchDraft();
  const asked = await ask(context, policy, draft.agreementId);
  if (!asked.ok) return asked;
  return mayWriteFor(context.actor, asked.value, draft.organisationId) ? done({ draft, place: asked.value }) : noSuchDraft();
}

export const noSuchDraft = () => refuse('not-found', 'followup.draft-not-found');
