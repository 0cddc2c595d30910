import type { Context } from '../context.ts';
import { handOver } from '../handing-over.ts';
import { markSmsRefused, markSmsSent, takeDueSms } from './outbox.ts';

/** Hands over every message that is due and still of use. One that was taken just before this process died may come twice. */
export async function deliverSms(context: Context, signal?: AbortSignal): Promise<void> {
  const { sms } = context;
  if (sms.leaves) await handOver(context, { name: 'sms', take: takeDueSms, deliver: (due) => sms.deliver(due), sent: markSmsSent, refused: markSmsRefused }, signal);
}
