import type { Entry } from '#pure/walks';
import type { OwnEntry } from './kept.ts';

/** What the server says of an entry. */
export interface Answered {
  id: string;
  became: 'counted' | 'waiting' | 'aside' | 'refused';
  words: string | null;
}

/** What came of asking the server: its answers, or why there are none. */
export type Exchange = { answers: Answered[]; entries: Entry[]; offset: number } | 'no-network' | 'unknown-phone' | { refused: string };

/** Entries that are sent at a time. */
export const AT_ONCE = 50;

/** Milliseconds to wait for an answer on a network that may be as good as none. */
const PATIENCE = 20_000;

/** Sends entries, as often as it takes: the server counts each once. Measures how wrong this telephone's clock is on the way. */
export async function exchange(address: string, own: OwnEntry[]): Promise<Exchange> {
  const sentAt = Date.now();
  try {
    const entries = own.map(({ id, kind, about, buildsOn, body, phoneAt, offset }) => ({ id, kind, about, buildsOn, body, phoneAt, offset }));
    const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify({ sentAt: new Date(sentAt).toISOString(), entries }), signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 401) return 'unknown-phone';
    if (response.status >= 500) return 'no-network';
    const answer = await response.json();
    if (!response.ok) return { refused: answer.message };
    return { answers: answer.answers, entries: answer.entries, offset: Date.parse(answer.now) - Math.round((sentAt + Date.now()) / 2) };
  } catch {
    return 'no-network';
  }
}
