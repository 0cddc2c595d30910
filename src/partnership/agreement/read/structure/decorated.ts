import { beginsAsHeading } from './heading-words.ts';
import type { WrittenLine } from './lines.ts';

/** What a whole line is dressed in to be a heading: "*Ekonomi*", "<b>Ekonomi</b>", "== Ekonomi ==", "– Ekonomi –". */
const DRESSED = /^(?<before>[*_](?![*_])|<(?:b|strong|u|i|em|h[1-6])>|={2,4}\s?|\*{3}\s?|[-–—~]{1,3}\s)(?<words>[\p{Lu}\d§][^*_=<>]{1,70}?)(?:[*_]|<\/(?:b|strong|u|i|em|h[1-6])>|\s?={2,4}|\s?\*{3}|\s[-–—~]{1,3})(?<stop>:?)$/u;
const MAY_DRESS = /^[*_<=~–—-]/;
const SENTENCE = /[.!?;,]$|[.!?]\s\p{Lu}/u;
/** "Anna Berg": somebody's name in italics under an agreement is no heading. */
const NAME = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,2}$/u;

/** Lines that are dressed as headings become headings, without what they wore. */
export function undressed(lines: WrittenLine[]): WrittenLine[] {
  return lines.map((line, i) => {
    const found = MAY_DRESS.test(line.text) ? DRESSED.exec(line.text) : null;
    if (!found || i + 1 === lines.length) return line;
    const { before, words } = found.groups as { before: string; words: string };
    if (SENTENCE.test(words) || (NAME.test(words) && !beginsAsHeading(words)) || (line.gap === 0 && i > 0)) return line;
    return { ...line, text: words, start: line.start + before.length, end: line.start + before.length + words.length, isHeading: true };
  });
}
