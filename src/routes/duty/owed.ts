import * as m from '#messages';
import type { OpenCounts } from '#partnership/commitments';
import { capital } from '#ui/format/capital.ts';
import { inWords } from '#ui/format/in-words.ts';

/** What is owed, in a sentence or two: the answer that the start page gives before anything else. */
export function owed({ late, soon }: Pick<OpenCounts, 'late' | 'soon'>): string {
  if (late === 0 && soon === 0) return m.owed_nothing();
  const sentences = [late > 0 && m.owed_late({ count: late, words: inWords(late) }), soon > 0 && m.owed_soon({ count: soon, words: inWords(soon) })];
  return sentences.filter((sentence) => sentence !== false).map(capital).join(' ');
}
