import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { fileTooLarge, LIMITS } from '../intake/limits.ts';
import { mayWriteAgreements } from '../policy.ts';
import { insertAgreement } from '../store.server.ts';

/** Keeps the file exactly as it came, as an agreement waiting to be read. */
export async function receiveAgreement(
  context: Context,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Outcome<{ agreementId: string }>> {
  if (!mayWriteAgreements(context.actor)) return refuse('unauthenticated', 'agreement.sign-in-first');
  if (file.bytes.length === 0) return refuse('invalid', 'agreement.file-is-empty', { path: 'file' });
  if (file.bytes.length > LIMITS.fileBytes) return fileTooLarge();

  const sha256 = await context.files.put(file.bytes);
  return inTransaction(context, async (inside) => {
    const agreementId = await insertAgreement(inside, { fileName: file.fileName, sha256, size: file.bytes.length, by: actorName(context.actor) });
    await witness(inside, { what: 'agreement.received', agreementId, facts: { fileName: file.fileName, sha256 } });
    return done({ agreementId });
  });
}
