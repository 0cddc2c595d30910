import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { ContactPerson, Party } from '../model.ts';
import { maySeeParties, maySeePeople } from '../policy.ts';
import { contactPersonsOf, partiesOf } from '../store/parties.server.ts';

/** Who takes part in the partnership and who to turn to; contact persons only for whoever may see people. */
export async function peopleOf(context: Context, agreementId: string): Promise<Outcome<{ parties: Party[]; contacts: ContactPerson[] }>> {
  const asked = await ask(context, maySeeParties, agreementId);
  if (!asked.ok) return asked;
  const [parties, contacts] = await Promise.all([partiesOf(context, agreementId), maySeePeople(context.actor, asked.value) ? contactPersonsOf(context, agreementId) : []]);
  return done({ parties, contacts });
}
