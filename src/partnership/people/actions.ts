import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { FactView } from '#pure/agreement';
import { mayRecordPeople } from './policy.ts';
import { contactPersonsFrom, partiesFrom } from './rules.ts';
import { replacePeople } from './store.server.ts';

/** Makes the partnership's parties and contact persons those of its agreed facts, whatever they were before. */
export async function recordPeople(context: Context, { agreementId, facts }: { agreementId: string; facts: FactView[] }): Promise<Outcome<null>> {
  if (!mayRecordPeople(context.actor)) return refuse('unauthenticated', 'people.sign-in-first');
  return inTransaction(context, async (inside) => {
    const people = { parties: partiesFrom(facts), contacts: contactPersonsFrom(facts) };
    await replacePeople(inside, agreementId, people);
    await witness(inside, { what: 'people.recorded', agreementId, facts: { parties: people.parties.length, contacts: people.contacts.length } });
    return done(null);
  });
}
