import { done, type Outcome } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { FactView } from '#pure/agreement';
import { mayRecordPeople } from '../policy.ts';
import { contactPersonsFrom, partiesFrom } from '../rules/parties.ts';
import { replacePeople } from '../store/parties.server.ts';

/** Makes the partnership's parties and contact persons those of its agreed facts, whatever they were before, and lets the parties in. */
export async function recordPeople(context: Context, { agreementId, facts }: { agreementId: string; facts: FactView[] }): Promise<Outcome<null>> {
  const asked = await ask(context, mayRecordPeople, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const people = { parties: partiesFrom(facts), contacts: contactPersonsFrom(facts), takingPart: asked.value.organisationIds };
    const organisationIds = await replacePeople(inside, agreementId, people);
    await letTakePart(inside, agreementId, organisationIds);
    await witness(inside, { what: 'people.recorded', agreementId, facts: { parties: people.parties.length, contacts: people.contacts.length } });
    return done(null);
  });
}
