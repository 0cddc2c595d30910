import { sure } from '#kernel/outcome.ts';
import { everythingSaidOf } from '#partnership/agreement';
import type { Context } from '#platform/context.ts';
import { mayKnowOrganisations } from '../policy.ts';
import { masked, secretsOf } from '../rules/protected.ts';
import { protectedFacts, protectedNames } from '../store/protection.server.ts';

/** What stands between stored data and everything that shows it: pages, lists, exports and letters. */
export interface Guard {
  /** The data of a partnership with the names of protected people blacked out. The same object where there are none. */
  hide<T>(agreementId: string, data: T): T;
  /** Data that is of no partnership in particular, with the names of everybody who is protected anywhere blacked out. */
  hideAnywhere<T>(data: T): T;
  /** Whether anybody in the partnership is hidden. */
  hides(agreementId: string): boolean;
}

/** The guard for whoever asks. It needs no right: it only ever takes away. */
export async function guard(context: Context): Promise<Guard> {
  if (!mayKnowOrganisations(context.actor)) return { hide: (_agreementId, data) => data, hideAnywhere: (data) => data, hides: () => false };
  const [factIds, names] = await Promise.all([protectedFacts(context), protectedNames(context)]);
  const said = factIds.length > 0 ? sure(await everythingSaidOf(context, factIds)) : [];
  const contacts = Map.groupBy(said, ({ agreementId }) => agreementId);
  const secrets = (agreementId: string) => [...names, ...(contacts.get(agreementId) ?? []).flatMap(({ value }) => secretsOf(value))];
  return {
    hide: (agreementId, data) => masked(data, secrets(agreementId)),
    hideAnywhere: (data) => masked(data, [...names, ...said.flatMap(({ value }) => secretsOf(value))]),
    hides: (agreementId) => contacts.has(agreementId),
  };
}
