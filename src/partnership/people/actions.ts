import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { FactView } from '#pure/agreement';
import type { Organisation } from './model.ts';
import { mayRecordPeople, mayRegisterOrganisations } from './policy.ts';
import { contactPersonsFrom, partiesFrom } from './rules.ts';
import { organisationId, replacePeople } from './store.server.ts';

/** Makes the partnership's parties and contact persons those of its agreed facts, whatever they were before, and lets the parties in. */
export async function recordPeople(context: Context, { agreementId, facts }: { agreementId: string; facts: FactView[] }): Promise<Outcome<null>> {
  const asked = await ask(context, mayRecordPeople, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const people = { parties: partiesFrom(facts), contacts: contactPersonsFrom(facts) };
    const organisationIds = await replacePeople(inside, agreementId, people);
    await letTakePart(inside, agreementId, organisationIds);
    await witness(inside, { what: 'people.recorded', agreementId, facts: { parties: people.parties.length, contacts: people.contacts.length } });
    return done(null);
  });
}

/** Enters an organisation that may take part in partnerships, and gives its id; one that is known by its number or name is the same. */
export async function registerOrganisation(context: Context, organisation: Organisation): Promise<Outcome<{ organisationId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayRegisterOrganisations(context.actor)) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    const id = await organisationId(inside, organisation);
    await witness(inside, { what: 'people.organisation-registered', agreementId: null, facts: { organisationId: id } });
    return done({ organisationId: id });
  });
}
