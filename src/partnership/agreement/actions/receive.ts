import { randomUUID } from 'node:crypto';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { fileTooLarge, LIMITS } from '../intake/limits.ts';
import { draftsFor, mayHandInAgreements } from '../policy.ts';
import { insertAgreement } from '../store.server.ts';

/** Keeps the file exactly as it came, as an agreement waiting to be read. Until it commences it is the draft of the organisation it was handed in for. */
export async function receiveAgreement(
  context: Context,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Outcome<{ agreementId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayHandInAgreements(context.actor)) return refuse('forbidden', 'access.not-allowed');
  if (file.bytes.length === 0) return refuse('invalid', 'agreement.file-is-empty', { path: 'file' });
  if (file.bytes.length > LIMITS.fileBytes) return fileTooLarge();

  const sha256 = await context.files.put(file.bytes);
  return inTransaction(context, async (inside) => {
    const agreementId = randomUUID();
    await letTakePart(inside, agreementId, draftsFor(context.actor));
    await insertAgreement(inside, agreementId, { fileName: file.fileName, sha256, size: file.bytes.length, by: actorName(context.actor) });
    await witness(inside, { what: 'agreement.received', agreementId, facts: { fileName: file.fileName, sha256 } });
    return done({ agreementId });
  });
}
