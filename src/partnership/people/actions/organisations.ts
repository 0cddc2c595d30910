import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { Organisation } from '../model.ts';
import { mayRegisterOrganisations } from '../policy.ts';
import { organisationId } from '../store/parties.server.ts';

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
