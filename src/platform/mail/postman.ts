import type { Context } from '../context.ts';
import { logFault } from '../fault-log.ts';
import type { Mail } from './mail.ts';
import { markRefused, markSent, takeDueLetter } from './outbox.ts';

const MINUTE = 60_000;

/** Days of trying, at most an hour and a half apart, before a letter rests with its error. */
const ATTEMPTS = 80;

/**
 * Hands over every letter that is due, one at a time, with no transaction open meanwhile; a letter refused for now is
 * tried again after 1, 2, 4 … 64 minutes, and one refused for good stays in the outbox with the server's words.
 * One that was taken just before this process died may be handed over again, with the same message id.
 */
export async function deliverDue(context: Context, mail: Mail, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  if (!mail.leaves) return;
  while (!signal?.aborted) {
    const letter = await takeDueLetter(context, (attempt) => new Date(context.clock.now().getTime() + minutesAfter(attempt) * MINUTE));
    if (!letter) return;
    const delivery = await mail.deliver(letter);
    if (delivery.taken) {
      await markSent(context, letter.id);
      continue;
    }
    const again = delivery.again && letter.attempt < ATTEMPTS;
    await markRefused(context, letter.id, { why: delivery.why, again });
    if (!again) logFault(`mail ${letter.id} was refused for good`, delivery.why);
  }
}

const minutesAfter = (attempt: number): number => 2 ** Math.min(attempt - 1, 6);
