import { addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayDispose } from '../policy.ts';
import { type Deciding, decisionFor, isDue, type RetentionDecision } from '../rules/retention.ts';
import { decidersOf, decisions, insertDisposal, organisationsHere, personsGone, removeContactPersons, removePersons } from '../store/retention.server.ts';

/** How records are disposed of: those from before this day, where their own age counts. It says how many there were. */
type Dispose = (inside: Context, before: CalendarDate) => Promise<number>;

/** A partnership's records of one type, the day their time is counted from, or null where each has its own, and how they are disposed of. */
export interface Due {
  agreementId: string;
  type: RecordType;
  from: CalendarDate | null;
  dispose: Dispose;
}

/**
 * Disposes of a partnership's records of one type if that has been decided and their time has passed, and logs the decision
 * and how many, in one transaction. Nothing is disposed of without a decision.
 * @lagrum Arkivlagen (1990:782) 10 §
 */
export const disposeOf = (context: Context, { agreementId, type, from, dispose }: Due): Promise<Outcome<{ count: number }>> =>
  asDecided(context, { type, agreementId, deciders: (inside) => decidersOf(inside, agreementId), dispose, from });

/** Disposes of what belongs to no partnership, the letters of the house: as every authority here has decided. */
export const disposeOfHouse = (context: Context, { type, dispose }: Pick<Due, 'type' | 'dispose'>): Promise<Outcome<{ count: number }>> =>
  asDecided(context, { type, agreementId: null, deciders: organisationsHere, dispose, from: null });

/** Disposes of what belongs to one organisation, its people and their roles, as it has decided itself. */
export async function disposeOfOrganisations(context: Context, { type, dispose }: { type: RecordType; dispose: (inside: Context, organisationId: string, before: CalendarDate) => Promise<number> }): Promise<Outcome<{ count: number }>> {
  if (!mayDispose(context.actor)) return refuse('forbidden', 'access.not-allowed');
  let count = 0;
  for (const { organisationId } of (await decisions(context)).filter((decision) => decision.type === type)) {
    const deciders = async () => [{ organisationId, sector: null }];
    const outcome = await asDecided(context, { type, agreementId: null, deciders, dispose: (inside, before) => dispose(inside, organisationId, before), from: null });
    if (!outcome.ok) return outcome;
    count += outcome.value.count;
  }
  return done({ count });
}

/** How people who have left their organisation are disposed of; `close` closes their accounts and takes away what else is kept of them. */
export const disposePersons =
  (close: (inside: Context, accountIds: string[]) => Promise<void>) =>
  async (inside: Context, organisationId: string, before: CalendarDate): Promise<number> => {
    const gone = await personsGone(inside, organisationId, before);
    await close(inside, gone);
    await removePersons(inside, gone);
    return gone.length;
  };

/** How contact persons are disposed of: they leave the list, while the agreement itself still names them. */
export async function disposeContactPersons(inside: Context, agreementId: string): Promise<number> {
  return mayDispose(inside.actor) ? removeContactPersons(inside, agreementId) : 0;
}

interface Decided {
  type: RecordType;
  agreementId: string | null;
  deciders: (inside: Context) => Promise<Deciding[]>;
  /** The day all of them have their time from; null where each has its own. */
  from: CalendarDate | null;
  dispose: Dispose;
}

async function asDecided(context: Context, { type, agreementId, deciders, from, dispose }: Decided): Promise<Outcome<{ count: number }>> {
  if (!mayDispose(context.actor)) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    const today = inside.clock.today();
    const decision = decisionFor(await deciders(inside), (await decisions(inside)).filter((one) => one.type === type));
    if (!decision || (from && !isDue(decision, from, today))) return done({ count: 0 });
    const count = await dispose(inside, addMonths(today, -decision.months));
    if (count > 0) await logDisposal(inside, decision, { agreementId, type, count });
    return done({ count });
  });
}

async function logDisposal(inside: Context, { id, caseNumber }: RetentionDecision, { agreementId, type, count }: { agreementId: string | null; type: RecordType; count: number }): Promise<void> {
  await insertDisposal(inside, { retentionId: id, agreementId, type, count });
  await witness(inside, { what: 'people.disposed', agreementId, facts: { type, count, caseNumber } });
}
