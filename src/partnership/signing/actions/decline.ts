import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { type Decline, reasonSchema, type Signing } from '../model.ts';
import { askSigning, noSuchSigning } from '../own-signing.ts';
import { maySignAs } from '../policy.ts';
import { isDeclined, placeOfSignatory } from '../rules/status.ts';
import { turnOf } from '../rules/turn.ts';
import { writeLetters } from '../letters/write.ts';
import { holdRecords } from '../store/records.server.ts';
import { endSigning, insertDecline } from '../store/signatures.server.ts';

/**
 * Keeps that a signatory will not sign, and why. Where somebody else at their place still may, those are asked; where
 * nobody is left, the signing has ended. Declining does not wait for one's turn.
 */
export async function decline(context: Context, { signatoryId, reason, lookedAt, house }: { signatoryId: string; reason: string; lookedAt?: string[]; house: string | null }): Promise<Outcome<{ signingId: string; ended: boolean }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const asked = await askSigning(context, signatoryId);
  if (!asked.ok) return asked;
  const parsed = reasonSchema.safeParse(reason);
  if (!parsed.success) return refuse('invalid', 'signing.reason-missing', { path: 'reason' });
  const looked = lookAgain({ texts: { reason: parsed.data }, lookedAt, known: partiesOf(asked.value.records.signing) });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const records = await holdRecords(inside, asked.value.records.signing.id);
    if (!records || !maySignAs(inside.actor, asked.value.signatory)) return noSuchSigning();
    // Whose turn it is does not matter to whoever will not sign.
    const turn = turnOf({ ...records, signing: { ...records.signing, ordered: false } }, signatoryId, inside.clock.today());
    if (!turn.ok) return turn;
    const said: Decline = { signatoryId, reason: parsed.data, at: inside.clock.now(), by: actorName(inside.actor) };
    await insertDecline(inside, records.signing.id, said, inside.actor.kind === 'person' ? inside.actor.id : '');
    const declines = [...records.declines, said];
    const ended = isDeclined(placeOfSignatory(records.signing, signatoryId)!, declines);
    if (ended) await endSigning(inside, records.signing.id, { how: 'declined', at: said.at, by: said.by, reason: said.reason });
    else await writeLetters(inside, { ...records, declines }, house);
    const { id: signingId, agreementId } = records.signing;
    await witness(inside, { what: 'signing.declined', agreementId, facts: { signingId, signatoryId, ended, ...looked.value } });
    return done({ signingId, ended });
  });
}

const partiesOf = ({ places }: Signing): string[] => places.map(({ organisation }) => organisation.name);
