import { type Selectable, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Errand } from '../model.ts';
import { type SigningTables, tables } from './tables.server.ts';

/** Keeps that somebody has gone, in the place of an errand of their own or one that has run out; false where another is awaited: the key decides. */
export async function insertErrand(context: Context, accountId: string, { reference, signingId, signatoryId, previousSha256, added, hole, signedIn, begunAt, expiresAt }: Errand): Promise<boolean> {
  await sql`select signing.stop_awaiting(${signingId}, ${begunAt})`.execute(context.database);
  const result = await tables(context)
    .insertInto('signing.errand')
    .values({
      reference,
      signing_id: signingId,
      signatory_id: signatoryId,
      account_id: accountId,
      previous_sha256: previousSha256,
      added: Buffer.from(added).toString('base64'),
      hole_start: hole.start,
      hole_end: hole.end,
      signed_in_by: signedIn.by,
      signed_in_at: signedIn.at,
      begun_at: begunAt,
      expires_at: expiresAt,
      answer: null,
      answered_at: null,
    })
    // Without naming the key, which would ask for the right to see who else is awaited.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** The errand of a signatory, as far as the actor may see it. */
export async function errandOf(context: Context, signatoryId: string): Promise<Errand | null> {
  const row = await tables(context).selectFrom('signing.errand').where('signatory_id', '=', signatoryId).selectAll().executeTakeFirst();
  return row ? asErrand(row) : null;
}

/** The errand that the service knows by this reference. */
export async function errandCalled(context: Context, reference: string): Promise<Errand | null> {
  const row = await tables(context).selectFrom('signing.errand').where('reference', '=', reference).selectAll().executeTakeFirst();
  return row ? asErrand(row) : null;
}

/** Those whose time has passed. */
export async function errandsBefore(context: Context, moment: Date): Promise<Errand[]> {
  return (await tables(context).selectFrom('signing.errand').where('expires_at', '<=', moment).selectAll().execute()).map(asErrand);
}

/** Keeps what somebody came back with; what they come with later takes its place. */
export async function keepAnswer(context: Context, reference: string, answer: Record<string, string>): Promise<void> {
  await tables(context).updateTable('signing.errand').set({ answer: JSON.stringify(answer), answered_at: context.clock.now() }).where('reference', '=', reference).execute();
}

/** Awaits it no longer; false where that was so already. */
export async function removeErrand(context: Context, reference: string): Promise<boolean> {
  return (await tables(context).deleteFrom('signing.errand').where('reference', '=', reference).executeTakeFirst()).numDeletedRows > 0n;
}

const asErrand = (row: Selectable<SigningTables['signing.errand']>): Errand => ({
  reference: row.reference,
  signingId: row.signing_id,
  signatoryId: row.signatory_id,
  previousSha256: row.previous_sha256,
  added: new Uint8Array(Buffer.from(row.added, 'base64')),
  hole: { start: row.hole_start, end: row.hole_end },
  signedIn: { by: row.signed_in_by, at: row.signed_in_at },
  begunAt: row.begun_at,
  expiresAt: row.expires_at,
  answer: row.answer as Errand['answer'],
});
