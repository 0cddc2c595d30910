import type { Context } from '#platform/context.ts';
import type { WrittenLetter } from '../model.ts';
import { tables } from './tables.server.ts';

/** False where the same letter has been written to them before: the key decides. */
export async function insertLetter(context: Context, signingId: string, { signatoryId, kind, nth, at }: WrittenLetter, secretHash: string | null): Promise<boolean> {
  const result = await tables(context)
    .insertInto('signing.letter')
    .values({ signatory_id: signatoryId, signing_id: signingId, kind, nth, written_at: at, secret_hash: secretHash })
    // Without naming the key, which would ask for the right to read what others were told.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** To whom a letter with this secret was written. */
export async function signatoryBySecret(context: Context, secretHash: string): Promise<{ signatoryId: string; signingId: string } | null> {
  const row = await tables(context).selectFrom('signing.letter').where('secret_hash', '=', secretHash).select(['signatory_id as signatoryId', 'signing_id as signingId']).executeTakeFirst();
  return row ?? null;
}

/** Ties an account to a signatory who has none; false where one is tied already. */
export async function claim(context: Context, signatoryId: string, accountId: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable('signing.signatory')
    .set({ account_id: accountId, claimed_at: context.clock.now() })
    .where('id', '=', signatoryId)
    .where('account_id', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
