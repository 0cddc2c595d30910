import * as m from '#messages';
import type { IntakeNote } from '#partnership/agreement';

/** What is to be known of how a file became text, in the language of whoever reads. */
export const noteSentence = ({ code, facts = {} }: IntakeNote): string => SENTENCES[code](facts);

const SENTENCES: Record<IntakeNote['code'], (facts: Record<string, string | number>) => string> = {
  'characters-lost': () => m.note_characters_lost(),
  'changes-accepted': () => m.note_changes_accepted(),
  'outside-content-left-out': () => m.note_outside_content_left_out(),
  'pages-without-text': ({ pages = '' }) => m.note_pages_without_text({ pages }),
  'carried-reading-differs': () => m.note_carried_reading_differs(),
};
