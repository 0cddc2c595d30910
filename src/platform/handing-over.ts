import type { Context } from './context.ts';
import { logFault } from './fault-log.ts';
import type { Delivery } from './mail/mail.ts';
import type { NextTry } from './take-due.ts';

const MINUTE = 60_000;

/** Three days of trying, at most an hour apart, before something rests with its error. */
const ATTEMPTS = 77;

/** An outbox and the way out of it. */
export interface WayOut<Due extends { id: string; attempt: number }> {
  name: string;
  take(context: Context, nextTry: NextTry): Promise<Due | null>;
  deliver(due: Due): Promise<Delivery>;
  sent(context: Context, id: string): Promise<void>;
  refused(context: Context, id: string, why: { why: string; forGood: boolean }): Promise<void>;
}

/**
 * Hands over everything that is due, one at a time, with no transaction open meanwhile. What is refused for now is tried
 * again after 2, 4, 8 … 64 minutes, what is refused for good stays in its outbox with the words it was refused with, and a
 * server that cannot be spoken to ends the round. What was taken just before this process died may be handed over again.
 */
export async function handOver<Due extends { id: string; attempt: number }>(context: Context, way: WayOut<Due>, signal?: AbortSignal): Promise<void> {
  for (;;) {
    if (signal?.aborted) return;
    const due = await way.take(context, (attempt) => new Date(context.clock.now().getTime() + 2 ** Math.min(attempt, 6) * MINUTE));
    if (!due) return;
    const delivery = await way.deliver(due);
    if (delivery === 'taken') {
      await way.sent(context, due.id);
      continue;
    }
    const forGood = delivery.refused === 'for-good' || due.attempt >= ATTEMPTS;
    await way.refused(context, due.id, { why: delivery.why, forGood });
    // The server's words often hold the address, which the log is to know nothing of.
    if (forGood) logFault(`${way.name} ${due.id}`, 'refused for good: see last_error in its outbox');
    if (delivery.refused === 'unreachable') return;
  }
}
