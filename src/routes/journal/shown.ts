import type { HistoryEntry } from '#platform/journal/history.ts';
import { address } from '#ui/address.ts';
import { dayAndTime } from '#ui/format/day.ts';
import { eventPlace } from './event-place.ts';
import { eventWords, whoWords } from './event-words.ts';

/** An entry as a page shows it. */
export interface ShownEntry {
  id: number;
  what: string;
  href: string | null;
  who: string;
  when: string;
  datetime: string;
  /** The partnership it was in, where the page is of more than one. */
  about: { title: string; href: string } | null;
}

/** Entries in words; `titles` are those of the partnerships that the page has to name. */
export const shown = (rows: HistoryEntry[], titles = new Map<string, string>()): ShownEntry[] =>
  rows.map((row) => {
    const href = eventPlace(row);
    const title = row.agreementId && titles.get(row.agreementId);
    return {
      id: row.id,
      what: eventWords(row.what),
      href: href && address(href),
      who: whoWords(row),
      when: dayAndTime(row.at),
      datetime: row.at.toISOString(),
      about: title ? { title, href: address(`/partnerships/${row.agreementId}`) } : null,
    };
  });
