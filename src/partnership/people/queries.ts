import { done, type Outcome } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { ContactPerson, KnownOrganisation, Party } from './model.ts';
import { mayKnowOrganisations, maySeePeople } from './policy.ts';
import { contactPersonsOf, organisations, partiesOf } from './store.server.ts';

/** Who takes part in the partnership and who to turn to. */
export async function peopleOf(context: Context, agreementId: string): Promise<Outcome<{ parties: Party[]; contacts: ContactPerson[] }>> {
  const asked = await ask(context, maySeePeople, agreementId);
  if (!asked.ok) return asked;
  const [parties, contacts] = await Promise.all([partiesOf(context, agreementId), contactPersonsOf(context, agreementId)]);
  return done({ parties, contacts });
}

/** Every organisation that has been entered or has come with an agreement, by name. */
export async function listOrganisations(context: Context): Promise<Outcome<KnownOrganisation[]>> {
  if (!mayKnowOrganisations(context.actor)) return signInFirst();
  return done(await organisations(context));
}
