import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { placeOf } from '#platform/access/assignments.ts';
import { mayHandInAgreements, mayListAgreements, maySeeAgreement, mayWriteDraftFor, organisationsDraftedFor } from '../policy.ts';
import type { AgreementDraft } from './model.ts';
import { askOfDraft } from './own-draft.ts';
import * as store from './store.server.ts';

/** What a draft says, where it stands, and whether the actor may change its text by their own hand. */
export async function readAgreementDraft(context: Context, draftId: string): Promise<Outcome<AgreementDraft & { mayWrite: boolean }>> {
  const found = await askOfDraft(context, maySeeAgreement, await store.findDraft(context, draftId));
  if (!found.ok) return found;
  const mayWrite = !found.value.sharedAt && mayWriteDraftFor(context.actor, await placeOf(context, found.value.agreementId), found.value.organisationId);
  return done({ ...found.value, mayWrite });
}

/** The organisations that the actor may begin a draft for; a no where there is none. */
export function ownOrganisations(context: Context): Outcome<{ id: string; name: string }[]> {
  if (!mayListAgreements(context.actor)) return signInFirst();
  return mayHandInAgreements(context.actor) ? done(organisationsDraftedFor(context.actor)) : refuse('forbidden', 'access.not-allowed');
}
