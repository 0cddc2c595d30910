import type { Entry } from '#pure/walks';
import { AT_ONCE, exchange } from './exchange.ts';
import { keepClockOffset, keepOwn, keepTold, type OwnEntry } from './kept.ts';

/** What came of sending some: what has changed of one's own, and all that the server tells; or why nothing did. */
export type Sent = { changed: OwnEntry[]; told: Entry[]; offset: number } | 'no-network' | 'unknown-phone' | { refused: string };

/** Sends the first of what has not gone, and keeps what the server says of it. */
export async function sendSome(walkId: string, address: string, own: OwnEntry[]): Promise<Sent> {
  const answer = await exchange(address, own.filter(({ progress }) => progress === 'kept').slice(0, AT_ONCE));
  if (typeof answer === 'string' || 'refused' in answer) return answer;
  const said = new Map(answer.answers.map((one) => [one.id, one]));
  const changed = own.flatMap((entry) => {
    const one = said.get(entry.id);
    return one ? [{ ...entry, progress: one.became, words: one.words }] : [];
  });
  await Promise.all([keepOwn(changed), keepTold(walkId, answer.entries), keepClockOffset(answer.offset)]);
  return { changed, told: answer.entries, offset: answer.offset };
}

/** What the browser is asked to call the worker by. */
export const SEND = 'send-entries';

/** Asks the browser, where it can, to let the worker send what has not gone once there is a network, though the page is closed by then. */
export const sendLater = (): void =>
  void navigator.serviceWorker?.ready.then((registration) => (registration as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }).sync?.register(SEND)).catch(() => {});
