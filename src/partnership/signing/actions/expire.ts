import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { SigningRecords } from '../model.ts';
import { maySeal } from '../policy.ts';
import { statusOf } from '../rules/status.ts';
import { holdRecords, unfinishedSignings } from '../store/records.server.ts';
import { endSigning } from '../store/signatures.server.ts';

/** Ends every signing whose last day has passed, each by itself. Gives how many did. */
export async function endExpired(context: Context): Promise<Outcome<{ ended: number }>> {
  if (!maySeal(context.actor)) return refuse('forbidden', 'access.not-allowed');
  let ended = 0;
  for (const signingId of await unfinishedSignings(context)) {
    const first = await inTransaction(context, async (inside) => endIfExpired(inside, (await holdRecords(inside, signingId))!));
    if (first) ended += 1;
  }
  return done({ ended });
}

/** Ends a signing that is held where its last day has passed; true where it has. */
export async function endIfExpired(inside: Context, records: SigningRecords): Promise<boolean> {
  const { id: signingId, agreementId, ended } = records.signing;
  if (ended || statusOf(records, inside.clock.today()) !== 'expired') return false;
  await endSigning(inside, signingId, { how: 'expired', at: inside.clock.now(), by: actorName(inside.actor), reason: null });
  await witness(inside, { what: 'signing.expired', agreementId, facts: { signingId, signatures: records.signatures.length } });
  return true;
}
