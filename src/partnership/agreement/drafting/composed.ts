import { readingFrom } from '../facts.ts';
import type { Composed, DraftContent } from './model.ts';
import { statedFacts } from './stated.ts';
import { written } from './text.ts';

/**
 * The whole text with every field filled in, and the reading with spans into exactly that text. Never throws; the reading
 * holds `readingSchema`, and every number and day in it that was not reckoned from others stands in the text.
 */
export function composed(content: DraftContent): Composed {
  const text = written(content);
  return { ...text, reading: readingFrom(statedFacts(content, text)) };
}
