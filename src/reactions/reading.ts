import { type ApartReader, giveUpReading, takeReading, unreadAgreements, validateReceived } from '#partnership/agreement';
import type { Context } from '#platform/context.ts';
import { logFault } from '#platform/fault-log.ts';

/** When a file has been handed in, its signatures are validated and it is read: a short one before the visitor is answered, a long one while they wait or leave. */
export async function readSoon(context: Context, agreementId: string, reader: ApartReader): Promise<void> {
  // Validated first: what has been read is then never left unvalidated when the program stops.
  const validating = validateReceived(context, agreementId).catch((fault: unknown) => logFault(`validating ${agreementId}`, fault));
  const reading = validating.then(() => takeReading(context, agreementId, reader)).catch((fault: unknown) => giveUpReading(context, agreementId, logFault(`reading ${agreementId}`, fault)));
  await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** When the program stopped in the middle of reading, what was left is read at the next start. */
export async function readWhatIsLeft(context: Context, reader: ApartReader): Promise<void> {
  const left = await unreadAgreements(context);
  if (left.ok) await Promise.all(left.value.map((id) => readSoon(context, id, reader)));
}

/** Milliseconds that a visitor waits for the reading before the page that shows its progress. */
const PATIENCE = 1_500;
