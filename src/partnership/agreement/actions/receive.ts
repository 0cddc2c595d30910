import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { mayWriteAgreements } from '../policy.ts';
import { insertAgreement } from '../store.server.ts';

/** Uploads above this many bytes are refused. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** The refusal of a file that is larger, also where so much was sent that it was never taken in. */
export const fileTooLarge = () => refuse('invalid', 'agreement.file-too-large', { path: 'file', facts: { megabytes: LARGEST_FILE / 1024 / 1024 } });

/** Keeps the file exactly as it came, as an agreement waiting to be read. */
export async function receiveAgreement(
  context: Context,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Outcome<{ agreementId: string }>> {
  if (!mayWriteAgreements(context.actor)) return refuse('unauthenticated', 'agreement.sign-in-first');
  if (file.bytes.length === 0) return refuse('invalid', 'agreement.file-is-empty', { path: 'file' });
  if (file.bytes.length > LARGEST_FILE) return fileTooLarge();

  const sha256 = await context.files.put(file.bytes);
  return inTransaction(context, async (inside) => {
    const agreementId = await insertAgreement(inside, { fileName: file.fileName, sha256, size: file.bytes.length, by: actorName(context.actor) });
    await witness(inside, { what: 'agreement.received', agreementId, facts: { fileName: file.fileName, sha256 } });
    return done({ agreementId });
  });
}
