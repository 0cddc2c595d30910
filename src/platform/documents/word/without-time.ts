import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CalendarDate } from '#kernel/calendar-date.ts';

/** A package holds no moment before this day. */
const FIRST = '1980-01-01';

/** The package without the moment it was made: equal content gives equal bytes. What it says of its date is the document's. */
export function withoutTime(packed: Uint8Array, date: CalendarDate | null): Uint8Array {
  const day = date ?? FIRST;
  const parts = unzipSync(packed);
  const core = strFromU8(parts['docProps/core.xml']!).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T12:00:00Z`);
  parts['docProps/core.xml'] = strToU8(core);
  // The format keeps local time without saying where; noon in local time is the same bytes everywhere.
  return zipSync(parts, { mtime: new Date(1980, 0, 1, 12) });
}
