import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import type { Place } from '#platform/access/standing.ts';
import type { Context } from '#platform/context.ts';
import type { Signatory, SigningRecords } from './model.ts';
import { maySignAs } from './policy.ts';
import { signatoryOf } from './rules/status.ts';
import { findRecords, signingIdOf } from './store/records.server.ts';

export const noSuchSigning = () => refuse('not-found', 'signing.not-found');

/** Asks a policy about a signing: a yes with its records and where it lies. */
export async function askOf(context: Context, policy: Policy, records: SigningRecords | null): Promise<Outcome<{ records: SigningRecords; place: Place }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!records) return noSuchSigning();
  const asked = await ask(context, policy, records.signing.agreementId);
  return asked.ok ? done({ records, place: asked.value }) : asked;
}

/** A signing for the signatory that the actor is: what is another's to sign is not found. */
export async function askSigning(context: Context, signatoryId: string): Promise<Outcome<{ records: SigningRecords; signatory: Signatory }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const signingId = await signingIdOf(context, signatoryId);
  const records = signingId ? await findRecords(context, signingId) : null;
  const signatory = records && signatoryOf(records.signing, signatoryId);
  return records && signatory && maySignAs(context.actor, signatory) ? done({ records, signatory }) : noSuchSigning();
}
