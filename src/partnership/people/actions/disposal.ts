import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayDispose } from '../policy.ts';
import { decisionFor, isDue } from '../rules/retention.ts';
import { decidersOf, decisions, insertDisposal, removeContactPersons } from '../store/retention.server.ts';

/** Records of one type in one partnership, the day their time is counted from, and how they are disposed of: it says how many there were. */
export interface Due {
  agreementId: string;
  type: RecordType;
  from: CalendarDate;
  dispose: (inside: Context, agreementId: string) => Promise<number>;
}

/**
 * Disposes of a partnership's records of one type if that has been decided and their time has passed, and logs the decision
 * and how many, in one transaction. Nothing is disposed of without a decision.
 * @lagrum Arkivlagen (1990:782) 10 §
 */
export async function disposeOf(context: Context, { agreementId, type, from, dispose }: Due): Promise<Outcome<{ count: number }>> {
  if (!mayDispose(context.actor)) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    const decided = (await decisions(inside)).filter((decision) => decision.type === type);
    const decision = decisionFor(await decidersOf(inside, agreementId), decided);
    if (!decision || !isDue(decision, from, inside.clock.today())) return done({ count: 0 });
    const count = await dispose(inside, agreementId);
    if (count === 0) return done({ count });
    await insertDisposal(inside, { retentionId: decision.id, agreementId, type, count });
    await witness(inside, { what: 'people.disposed', agreementId, facts: { type, count, caseNumber: decision.caseNumber } });
    return done({ count });
  });
}

/** How contact persons are disposed of: they leave the list, while the agreement itself still names them. */
export async function disposeContactPersons(inside: Context, agreementId: string): Promise<number> {
  return mayDispose(inside.actor) ? removeContactPersons(inside, agreementId) : 0;
}
