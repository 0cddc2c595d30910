import type { Context } from '../context.ts';
import { logFault } from '../fault-log.ts';
import { markRefused, markSent, takeDueLetter } from './outbox.ts';

const MINUTE = 60_000;

/** Three days of trying, at most an hour apart, before a letter rests with its error. */
const ATTEMPTS = 77;

/**
 * Hands over every letter that is due, one at a time, with no transaction open meanwhile. One refused for now is tried
 * again after 2, 4, 8 … 64 minutes, one refused for good stays in the outbox with the server's words, and a server that
 * cannot be spoken to ends the round. One taken just before this process died may be handed over again, under the same
 * message id.
 */
export async function deliverDue(context: Context, signal?: AbortSignal): Promise<void> {
  const { mail, clock } = context;
  if (!mail.leaves) return;
  for (;;) {
    if (signal?.aborted) return;
    const letter = await takeDueLetter(context, (attempt) => new Date(clock.now().getTime() + 2 ** Math.min(attempt, 6) * MINUTE));
    if (!letter) return;
    const delivery = await mail.deliver(letter);
    if (delivery === 'taken') {
      await markSent(context, letter.id);
      continue;
    }
    const forGood = delivery.refused === 'for-good' || letter.attempt >= ATTEMPTS;
    await markRefused(context, letter.id, { why: delivery.why, forGood });
    if (forGood) logFault(`mail ${letter.id} was refused for good`, delivery.why);
    if (delivery.refused === 'unreachable') return;
  }
}
