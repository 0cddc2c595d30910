import { sql } from 'kysely';
import type { Context } from './context.ts';
import { disposeOf } from './journal/dispose.ts';

/**
 * Removes everything that is kept of a partnership, in every room, and who did what from its journal; the journal itself
 * stays, and what says that it was disposed of. Only the house may: for others the database refuses.
 */
export async function removePartnership(inside: Context, agreementId: string): Promise<void> {
  await disposeOf(inside, { part: 'who', chain: agreementId });
  await sql`select platform.remove_partnership(${agreementId})`.execute(inside.database);
}
