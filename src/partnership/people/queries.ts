import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import type { ContactPerson, Party } from './model.ts';
import { mayReadPeople } from './policy.ts';
import { contactPersonsOf, partiesOf } from './store.server.ts';

/** Who takes part in the partnership and who to turn to. */
export async function peopleOf(context: Context, agreementId: string): Promise<Outcome<{ parties: Party[]; contacts: ContactPerson[] }>> {
  if (!mayReadPeople(context.actor)) return refuse('not-found', 'people.not-found');
  const [parties, contacts] = await Promise.all([partiesOf(context, agreementId), contactPersonsOf(context, agreementId)]);
  return done({ parties, contacts });
}
