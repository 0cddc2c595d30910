import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { emptyNotes } from '../notes.server.ts';
import { mayDisposeNotes } from '../policy.ts';

/** Empties what people wrote about a partnership's duties, and who they were; that a duty was done stays. How many records. */
export async function disposeNotes(context: Context, agreementId: string): Promise<number> {
  if (!mayDisposeNotes(context.actor)) return 0;
  return inTransaction(context, async (inside) => {
    const count = await emptyNotes(inside, agreementId);
    if (count > 0) await witness(inside, { what: 'commitments.notes-emptied', agreementId, facts: { count } });
    return count;
  });
}
