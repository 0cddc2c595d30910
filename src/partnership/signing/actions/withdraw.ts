import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { reasonSchema } from '../model.ts';
import { askOf } from '../own-signing.ts';
import { mayActFor, mayPrepareSigning } from '../policy.ts';
import { statusOf } from '../rules/status.ts';
import { CLOSED } from '../rules/turn.ts';
import { findRecords, holdRecords } from '../store/records.server.ts';
import { endSigning } from '../store/signatures.server.ts';

/** Takes back what was sent out, by the side that sent it, as long as a signature is missing. What was signed stays known. */
export async function withdraw(context: Context, { signingId, reason, lookedAt }: { signingId: string; reason: string; lookedAt?: string[] }): Promise<Outcome<{ signingId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const asked = await askOf(context, mayPrepareSigning, await findRecords(context, signingId));
  if (!asked.ok) return asked;
  const { signing } = asked.value.records;
  if (!signing.sent) return refuse('conflict', 'signing.not-sent');
  if (!mayActFor(context.actor, asked.value.place, signing.sent.organisation.id)) return refuse('forbidden', 'signing.only-the-sender');
  const parsed = reasonSchema.safeParse(reason);
  if (!parsed.success) return refuse('invalid', 'signing.reason-missing', { path: 'reason' });
  const looked = lookAgain({ texts: { reason: parsed.data }, lookedAt, known: signing.places.map(({ organisation }) => organisation.name) });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const records = (await holdRecords(inside, signingId))!;
    const closed = CLOSED[statusOf(records, inside.clock.today())];
    if (closed && closed.code !== 'signing.has-expired') return { ok: false, refusals: [closed] };
    await endSigning(inside, signingId, { how: 'withdrawn', at: inside.clock.now(), by: actorName(inside.actor), reason: parsed.data });
    await witness(inside, { what: 'signing.withdrawn', agreementId: signing.agreementId, facts: { signingId, signatures: records.signatures.length, ...looked.value } });
    return done({ signingId });
  });
}
