import type { Outcome } from '#kernel/outcome.ts';
import { placeOf } from './access/assignments.ts';
import { organisationOf } from './access/standing.ts';
import { actorName } from './actor.ts';
import { type Context, inTransaction } from './context.ts';
import type { JournalEvent } from './journal/events.ts';

/** One thing that happened. `what` names the room and the event: `agreement.fact-confirmed`. */
export interface JournalEntry {
  what: JournalEvent;
  agreementId: string | null;
  facts?: Record<string, unknown>;
}

/**
 * Says what happened in the transaction of the write it witnesses; the entry is written last in it, so that neither is
 * kept alone. Throws outside a transaction.
 */
export async function witness(context: Context, { what, agreementId, facts = {} }: JournalEntry): Promise<void> {
  if (!context.witnessed) throw new Error(`${what} was written outside a transaction`);
  context.witnessed.push({
    at: context.clock.now(),
    accountId: context.actor.kind === 'person' ? context.actor.id : null,
    who: actorName(context.actor),
    actingFor: await actingFor(context, agreementId),
    what,
    agreementId,
    facts,
  });
}

/**
 * Gives what is sensitive to somebody who may see it, once the journal has kept that they saw it: a reading that could
 * not be witnessed shows nothing. A refusal is given as it is.
 */
export const witnessReading = <T>(context: Context, read: (inside: Context) => Promise<Outcome<T>>, entryOf: (value: T) => JournalEntry): Promise<Outcome<T>> =>
  inTransaction(context, async (inside) => {
    const outcome = await read(inside);
    if (outcome.ok) await witness(inside, entryOf(outcome.value));
    return outcome;
  });

/** The organisation that the one who acts speaks for in the partnership, or, in none, at all. */
async function actingFor(context: Context, agreementId: string | null) {
  return organisationOf(context.actor, agreementId !== null && context.actor.kind === 'person' ? await placeOf(context, agreementId) : undefined);
}
