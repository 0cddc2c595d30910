import type { HistoryFilter } from '#platform/journal/history.ts';
import { roomNamed } from './event-words.ts';

/** What the address narrows a journal to: `?kind=agreement&who=…&before=…`. */
export const filterFrom = (url: URL, limit: number): HistoryFilter => ({
  room: roomNamed(url.searchParams.get('kind')),
  who: url.searchParams.get('who'),
  before: Number(url.searchParams.get('before')) || null,
  limit,
});

/** The query of an address with these words in it; empty without any. */
export function query(words: Record<string, string | number | null | undefined>): string {
  const said = Object.entries(words).filter(([, word]) => word);
  return said.length > 0 ? `?${new URLSearchParams(said.map(([name, word]) => [name, String(word)]))}` : '';
}
