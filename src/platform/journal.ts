import { actorName } from './actor.ts';
import type { Context } from './context.ts';

type JournalTables = {
  'platform.journal': {
    at: Date;
    who: string;
    what: string;
    agreement_id: string | null;
    facts: string;
  };
};

/** One thing that happened. `what` names the room and the event: `agreement.fact-confirmed`. */
export interface JournalEntry {
  what: string;
  agreementId: string | null;
  facts?: Record<string, unknown>;
}

/** Writes the entry in the transaction of the write it witnesses; throws outside one, so that neither can be kept alone. */
export async function witness(context: Context, entry: JournalEntry): Promise<void> {
  if (!context.database.isTransaction) throw new Error(`${entry.what} was written outside a transaction`);
  await context.database
    .withTables<JournalTables>()
    .insertInto('platform.journal')
    .values({
      at: context.clock.now(),
      who: actorName(context.actor),
      what: entry.what,
      agreement_id: entry.agreementId,
      facts: JSON.stringify(entry.facts ?? {}),
    })
    .execute();
}
