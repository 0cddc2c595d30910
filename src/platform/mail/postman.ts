import type { Context } from '../context.ts';
import { handOver } from '../handing-over.ts';
import { markRefused, markSent, takeDueLetter } from './outbox.ts';

/** Hands over every letter that is due. One that was taken just before this process died comes again under the same message id. */
export async function deliverDue(context: Context, signal?: AbortSignal): Promise<void> {
  const { mail } = context;
  if (mail.leaves) await handOver(context, { name: 'mail', take: takeDueLetter, deliver: (letter) => mail.deliver(letter), sent: markSent, refused: markRefused }, signal);
}
