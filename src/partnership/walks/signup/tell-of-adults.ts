import { sure } from '#kernel/outcome.ts';
import { addressesOfRole } from '#partnership/people';
import { type Context, inTransaction } from '#platform/context.ts';
import { inLanguage } from '#platform/in-language.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { coordinatorOf } from '../groups/store/network.server.ts';
import { findWalk } from '../store/walks.server.ts';
import { noteAdultsBack, noteAdultsMissing, type YoungAlone } from './store/tidings.server.ts';
import { adultLetter } from './words.ts';

/**
 * When nobody grown is left on a walk with young walkers, they keep their places and are told not to go without; those who
 * lead the group, and those who coordinate, are told to find somebody. The young are told again when somebody is there.
 */
export async function tellOfAdults(house: Context, origin: string | null): Promise<void> {
  await inTransaction(house, async (inside) => {
    await noteAdultsBack(inside);
    for (const alone of await noteAdultsMissing(inside)) await tellLeaders(inside, alone, origin);
  });
}

/** The roles that see to walkers. */
const LEADING = ['group-leader', 'association-manager'] as const;

async function tellLeaders(inside: Context, { walkId, agreementId, organisationId }: YoungAlone, origin: string | null): Promise<void> {
  const walk = (await findWalk(inside, walkId))!;
  const organisations = new Set([organisationId, (await coordinatorOf(inside, agreementId))?.id].filter((id) => id != null));
  const addresses = new Set<string>();
  for (const id of organisations) for (const role of LEADING) for (const to of sure(await addressesOfRole(inside, agreementId, { role, organisationId: id }))) addresses.add(to);
  const letter = inLanguage('sv', () => adultLetter(walk, origin && `${origin}/partnerships/${agreementId}/walks/${walkId}`));
  for (const to of addresses) await queueMail(inside, { to, ...letter, kind: 'walks.adult-missing' });
  await witness(inside, { what: 'walks.adult-missing', agreementId, facts: { walkId, letters: addresses.size } });
}
