import { joint } from '../layout/joint.ts';
import type { Word } from './page.ts';

/** Words of one paragraph in the order the file gives them, as text. */
export interface Flow {
  text: string;
  size: number;
  isBold: boolean;
  /** The tag of the marked content it begins with. */
  tag: string | null;
}

/**
 * Joins the lines of a paragraph that the structure tree holds together. A line break is kept only where the author made
 * it: where the next line's first word would have had room on the line.
 */
export function flow(words: Word[], edge: number): Flow {
  let text = '';
  words.forEach((word, at) => {
    const before = words[at - 1];
    text += before ? between(before, word, edge, text) + figure(word, words) : figure(word, words);
  });
  const letters = words.filter((word) => /\p{L}/u.test(word.text));
  return {
    text: text.trim(),
    size: Math.max(0, ...words.slice(0, 200).map((word) => word.size)),
    isBold: letters.length > 0 && letters.every((word) => word.isBold),
    tag: words[0]?.tag ?? null,
  };
}

function between(before: Word, word: Word, edge: number, text: string): string {
  const isNewLine = Math.abs(word.y - before.y) > 0.6 * Math.max(word.size, before.size);
  if (!isNewLine) {
    const gap = word.x - (before.x + before.width);
    return (word.isSpaced || gap > 0.25 * word.size) && !/\s$/.test(text) && !/^\s/.test(word.text) ? ' ' : '';
  }
  const firstWord = (word.width * (word.text.trim().indexOf(' ') + 1 || word.text.length)) / Math.max(1, word.text.length);
  const hadRoom = before.x + before.width + firstWord + word.size < edge;
  if (hadRoom) return '\n';
  return /\s$/.test(text) ? '' : joint(text, word.text.trimStart());
}

/** A raised figure is the mark of a footnote and no part of the number before it. */
function figure(word: Word, words: Word[]): string {
  if (!/^\d{1,3}$/.test(word.text.trim())) return word.text;
  const size = Math.max(...words.slice(0, 200).map((each) => each.size));
  return word.size < size * 0.8 ? `[^${word.text.trim()}]` : word.text;
}
