import { FORMAT, type Reading, readingSchema } from '../../model.ts';

/** A reading that a file carries, with the text its spans point into. */
export interface CarriedReading {
  text: string;
  reading: Reading;
}

/**
 * The reading in a PDF made by Handslag: an attachment in JSON of the public format, with the text it was made from under
 * the key `text`. Null where no attachment is one, or one does not hold: every span must lie in the text.
 */
export function carriedReading(attachments: Iterable<Uint8Array>): CarriedReading | null {
  for (const bytes of attachments) {
    const found = parsed(bytes);
    if (found && liesIn(found.reading, found.text.length)) return found;
  }
  return null;
}

function parsed(bytes: Uint8Array): CarriedReading | null {
  const json = new TextDecoder().decode(bytes);
  if (!json.includes(FORMAT)) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const reading = readingSchema.safeParse(value);
  const text = (value as { text?: unknown }).text;
  return reading.success && typeof text === 'string' ? { text, reading: reading.data } : null;
}

/** Looks through everything that is a span, wherever it stands. */
function liesIn(value: unknown, length: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if ('start' in value && 'end' in value && 'line' in value) {
    const { start, end } = value as { start: number; end: number };
    return start <= end && end <= length;
  }
  return Object.values(value).every((each) => liesIn(each, length));
}

/**
 * True when the page says what the attachment says: every figure of the carried text stands on the pages as often, and
 * nearly every word. Otherwise a file could show one agreement and carry another.
 */
export function saysTheSame(carried: string, shown: string): boolean {
  const onPages = counted(shown);
  let words = 0;
  let missing = 0;
  for (const [word, times] of counted(carried)) {
    const lacking = Math.max(0, times - (onPages.get(word) ?? 0));
    if (lacking > 0 && /^\d/.test(word)) return false;
    words += times;
    missing += lacking;
  }
  return missing <= words * 0.03;
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(/\p{L}+|\p{N}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
