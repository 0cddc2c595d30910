import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { hashOf } from '../letters/letter.ts';
import type { Signatory } from '../model.ts';
import { noSuchSigning } from '../own-signing.ts';
import { maySeal } from '../policy.ts';
import { signatoryOf } from '../rules/status.ts';
import * as store from '../store/letters.server.ts';
import { findRecords, signingIdOf } from '../store/records.server.ts';

/** Whom a letter's secret was written to, and what about; nothing where it has been withdrawn, or is no secret of ours. */
export async function signatoryOfLetter(house: Context, secret: string): Promise<Outcome<{ signatory: Signatory; title: string; organisation: string }>> {
  if (!maySeal(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const found = await store.signatoryBySecret(house, hashOf(secret));
  const records = found && (await findRecords(house, found.signingId));
  if (!records?.signing.sent || records.signing.ended) return noSuchSigning();
  const { title, organisation } = records.signing.sent;
  return done({ signatory: signatoryOf(records.signing, found!.signatoryId)!, title, organisation: organisation.name });
}

/** Ties an account to the signatory whose address has been shown to be the account's. Done again it changes nothing. */
export async function claimSignatory(house: Context, { signatoryId, accountId, email }: { signatoryId: string; accountId: string; email: string }): Promise<Outcome<null>> {
  if (!maySeal(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const signingId = await signingIdOf(house, signatoryId);
  const records = signingId ? await findRecords(house, signingId) : null;
  const signatory = records?.signing.sent ? signatoryOf(records.signing, signatoryId) : null;
  if (!signatory || signatory.email !== email.trim().toLowerCase()) return noSuchSigning();
  if (signatory.accountId) return signatory.accountId === accountId ? done(null) : noSuchSigning();
  return inTransaction(house, async (inside) => {
    const first = await store.claim(inside, signatoryId, accountId);
    if (first) await witness(inside, { what: 'signing.signatory-known', agreementId: records!.signing.agreementId, facts: { signingId, signatoryId, accountId } });
    return done(null);
  });
}
