import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Party, ShownContact } from '../model.ts';
import { maySeeParties, maySeePeople } from '../policy.ts';
import { veiled } from '../rules/protected.ts';
import { contactPersonsOf, partiesOf } from '../store/parties.server.ts';
import { protectedFacts } from '../store/protection.server.ts';

/** Who takes part in the partnership and who to turn to; contact persons only for whoever may see people. */
export async function peopleOf(context: Context, agreementId: string): Promise<Outcome<{ parties: Party[]; contacts: ShownContact[] }>> {
  const asked = await ask(context, maySeeParties, agreementId);
  if (!asked.ok) return asked;
  const [parties, hidden, known] = await Promise.all([
    partiesOf(context, agreementId),
    protectedFacts(context, agreementId),
    maySeePeople(context.actor, asked.value) ? contactPersonsOf(context, agreementId) : [],
  ]);
  const contacts = known.map((contact) => veiled({ ...contact, protected: hidden.includes(contact.factId) }, ['factId', 'organisation']));
  return done({ parties, contacts });
}
