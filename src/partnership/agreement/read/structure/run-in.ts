import { beginsAsHeading, isSectionName } from './heading-words.ts';
import type { WrittenLine } from './lines.ts';

/** "**Hur länge?** Från den 1 mars …", "**Ekonomi.** Kommunen betalar …": a heading in bold on the line its text begins on. */
const BOLD = /^(?:\*\*|__)(?<words>[^*_]{2,60}?)(?<stop>[?:.]?)(?:\*\*|__)(?<after>[:.]?)\s+(?=[\p{Lu}\d"”“–-])/u;

/** "9. Mål: 4 000 besökare": a numbered line that begins with the name of a section. */
const NUMBERED = /^\d{1,2}[.)]?\s+(?<words>\p{Lu}[\p{L} ]{2,30})(?<stop>:)\s+(?=[\p{Lu}\d])/u;

/** Lines that begin with a heading in bold, or numbered, become a heading and a text line; a word that is only stressed stays in its sentence. */
export function splitRunIn(lines: WrittenLine[]): WrittenLine[] {
  return lines.flatMap((line) => {
    const bold = /^(?:\*\*|__)/.test(line.text) ? BOLD.exec(line.text) : null;
    const numbered = /^\d/.test(line.text) ? NUMBERED.exec(line.text) : null;
    const match = bold && isHeadingWord(bold.groups!) ? bold : numbered && isSectionName(numbered.groups!['words']!) ? numbered : null;
    if (!match) return [line];
    const length = match[0].trimEnd().length;
    return [
      { ...line, text: line.text.slice(0, length), end: line.start + length, gap: Math.max(1, line.gap), isHeading: true },
      { ...line, text: line.text.slice(match[0].length), start: line.start + match[0].length, gap: 0, newPage: false },
    ];
  });
}

/** It asks, or is called as sections are and is closed by a stop or a colon. */
const isHeadingWord = ({ words, stop, after }: Record<string, string>): boolean => stop === '?' || ((stop !== '' || after !== '') && beginsAsHeading(words!));
