import type { Context } from '#platform/context.ts';
import type { Decline, Ending, Seal, Signature } from '../model.ts';
import { tables } from './tables.server.ts';

/** False where the place has been signed, or another signature has the same number: the keys decide. */
export async function insertSignature(context: Context, signingId: string, signature: Signature): Promise<boolean> {
  const { placeId, signatoryId, revision, manner, previousSha256, sha256, scan, signedAt, by, assurance, signedIn } = signature;
  const result = await tables(context)
    .insertInto('signing.signature')
    .values({
      place_id: placeId,
      signing_id: signingId,
      signatory_id: signatoryId,
      revision,
      manner,
      previous_sha256: previousSha256,
      sha256,
      scan_sha256: scan?.sha256 ?? null,
      signed_on: scan?.signedOn ?? null,
      signed_at: signedAt,
      account_id: by.id,
      signed_by: by.name,
      assurance,
      signed_in_by: signedIn?.by ?? null,
      signed_in_at: signedIn?.at ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function insertDecline(context: Context, signingId: string, { signatoryId, reason, at, by }: Decline, accountId: string): Promise<void> {
  await tables(context).insertInto('signing.decline').values({ signatory_id: signatoryId, signing_id: signingId, reason, declined_at: at, account_id: accountId, declined_by: by }).execute();
}

/** Ends a signing that is held, without its being sealed. */
export async function endSigning(context: Context, signingId: string, { how, at, by, reason }: Ending): Promise<void> {
  await tables(context).updateTable('signing.signing').set({ ended_how: how, ended_at: at, ended_by: by, ended_reason: reason }).where('id', '=', signingId).execute();
}

/** Milliseconds after which whoever began to seal and has not ended must have died. */
const PATIENCE = 60_000;

/** Takes the sealing of a signing for oneself; false where somebody else is at it. */
export async function takeSealing(context: Context, signingId: string): Promise<boolean> {
  const now = context.clock.now();
  const result = await tables(context)
    .insertInto('signing.sealing')
    .values({ signing_id: signingId, begun_at: now })
    .onConflict((conflict) => conflict.column('signing_id').doUpdateSet({ begun_at: now }).where('signing.sealing.begun_at', '<=', new Date(now.getTime() - PATIENCE)))
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Lets go of it, when it is done or has failed. */
export async function letGoOfSealing(context: Context, signingId: string): Promise<void> {
  await tables(context).deleteFrom('signing.sealing').where('signing_id', '=', signingId).execute();
}

/** False where it has been sealed: the key decides. */
export async function insertSeal(context: Context, signingId: string, { sha256, sealedAt, report }: Seal): Promise<boolean> {
  const result = await tables(context)
    .insertInto('signing.seal')
    .values({ signing_id: signingId, sha256, sealed_at: sealedAt, report: JSON.stringify(report) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
