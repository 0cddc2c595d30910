import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Intake } from '../taken.ts';
import { decode } from './decode.ts';

/** The text of a plain text or Markdown file, word for word. */
export function plainText(bytes: Uint8Array): Outcome<Intake> {
  const found = decode(bytes);
  if (!found) return refuse('invalid', 'agreement.file-kind-unknown', { path: 'file' });
  return done({
    text: found.text,
    format: isMarkdown(found.text) ? 'markdown' : 'text',
    notes: found.isLossy ? [{ code: 'characters-lost' }] : [],
  });
}

/** Headings by # or a table's ruling; a lone asterisk or hyphen is how anyone writes a list. */
const isMarkdown = (text: string): boolean => /^#{1,6} \S/m.test(text) || /^\|(?:\s*:?-{3,}:?\s*\|)+\s*$/m.test(text) || /^\*\*[^*\n]+\*\*\s*$/m.test(text);
