import { done, type Outcome } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { KnownOrganisation } from '../model.ts';
import { mayKnowOrganisations } from '../policy.ts';
import { organisations } from '../store/parties.server.ts';

/** Every organisation that has been entered or has come with an agreement, by name. */
export async function listOrganisations(context: Context): Promise<Outcome<KnownOrganisation[]>> {
  if (!mayKnowOrganisations(context.actor)) return signInFirst();
  return done(await organisations(context));
}
