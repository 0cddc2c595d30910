import { beginsAsHeading, isSectionName } from './heading-words.ts';
import type { WrittenLine } from './lines.ts';

/** A way to begin a section on the line its text begins on. */
interface Style {
  sign: RegExp;
  /** Every line it may stand on begins so: quick to ask. */
  first: RegExp;
  /** Whether one line alone is enough. */
  isOne: (parts: Record<string, string>) => boolean;
}

const WORDS = String.raw`(?<words>\p{Lu}[\p{L}, -]{2,48}?)`;
const never = (): boolean => false;

/** "§ 3 Kommunen betalar …": numbered paragraphs without names. */
const NAMELESS: Style = { first: /^(?:§|\d{1,2}\s?§)/, sign: /^(?:§\s?\d{1,2}|\d{1,2}\s?§)[.:]?(?<words>)\s+(?=\p{Lu}\p{L}+\s(?:\S+\s){3}.*[.:]$|\p{Lu}\p{L}+\s(?:ska|åtar sig|lovar)(?:\satt)?:?$)/u, isOne: never };

const STYLES: Style[] = [
  // "**Hur länge?** Från den 1 mars …", "**Ekonomi.** Kommunen betalar …"
  { first: /^(?:\*\*|__)/, sign: /^(?:\*\*|__)(?<words>[^*_]{2,60}?)(?<stop>[?:.]?)(?:\*\*|__)(?<after>[:.]?)\s+(?:[–-]\s)?(?=[\p{Lu}\d"”“–-])/u, isOne: ({ words, stop, after }) => stop === '?' || ((stop !== '' || after !== '') && beginsAsHeading(words!)) },
  // "*Ekonomi.* Kommunen betalar …"
  { first: /^[*_]\p{Lu}/u, sign: /^[*_](?<words>\p{Lu}[^*_]{1,58}?)[?:.]?[*_][:.]?\s+(?:[–-]\s)?(?=[\p{Lu}\d"”“])/u, isOne: never },
  // "9. Mål: 4 000 besökare", "§ 3 Ekonomi. Kommunen betalar …", "3. Ekonomi – Kommunen betalar …"
  { first: /^(?:§|\d|[A-KVX])/, sign: new RegExp(String.raw`^(?:(?:§\s?)?\d{1,2}(?:\.|\)|\s?§)?|(?:[IVX]{1,5}|[A-K])[.)])\s+${WORDS}(?<stop>[:.]|\s[–—-])\s+(?=[\p{Lu}\d])`, 'u'), isOne: ({ words, stop }) => stop === ':' && isSectionName(words!) },
  // "Ekonomi: Kommunen betalar …", "EKONOMI – Kommunen betalar …"
  { first: /^\p{Lu}/u, sign: new RegExp(String.raw`^${WORDS}(?::|\s[–—])\s+(?=\p{Lu}\p{L}+\s(?:\S+\s){3}.*[.:]$|\p{Lu}\p{L}+\s(?:ska|åtar sig|lovar)(?:\satt)?:?$)`, 'u'), isOne: never },
  NAMELESS,
];

/** A line of a form holds a value and no sentence: "Slutdatum: 2026-08-31". */
const SAID = /[.:;]$|(?:\s(?:ska|skall|att|åtar sig|lovar))$/;

/** A style that a text keeps to is seen on so many lines, half of them called as sections are. */
const KEPT = 4;

/** Lines that begin with a heading become a heading and a text line; a word that is only stressed stays in its sentence. */
export function splitRunIn(lines: WrittenLine[]): WrittenLine[] {
  const kept = STYLES.filter((style) => isKept(style, lines) && !(style === NAMELESS && hasNames(lines)));
  return lines.flatMap((line) => {
    const match = headingOn(line, kept);
    if (!match) return [line];
    const length = match[0].trimEnd().length;
    return [
      { ...line, text: line.text.slice(0, length).replace(/\s[–—-]$/, ''), end: line.start + length, gap: Math.max(1, line.gap), isHeading: true },
      { ...line, text: line.text.slice(match[0].length), start: line.start + match[0].length, gap: 0, newPage: false },
    ];
  });
}

/** Where sections have names on lines of their own, a paragraph's number is no more than a number. */
const hasNames = (lines: WrittenLine[]): boolean => lines.filter(({ text }) => text.length < 60 && !/[.;,]$/.test(text) && (/^(?:#|\d{1,2}\s?kap|kapitel\s)/i.test(text) || (text === text.toUpperCase() && /\p{L}{4}/u.test(text)) || beginsAsHeading(text))).length >= 3;

function headingOn({ text, isHeading }: WrittenLine, kept: Style[]): RegExpExecArray | null {
  if (isHeading) return null;
  for (const style of STYLES) {
    const match = style.first.test(text) ? style.sign.exec(text) : null;
    if (match && (style.isOne(match.groups!) || (kept.includes(style) && SAID.test(text)))) return match;
  }
  return null;
}

function isKept({ first, sign }: Style, lines: WrittenLine[]): boolean {
  const found = lines.flatMap(({ text }) => (first.test(text) ? (sign.exec(text)?.groups!['words'] ?? []) : []));
  return found.length >= KEPT && found.filter((words) => words === '' || isSectionName(words) || beginsAsHeading(words)).length * 2 >= found.length;
}
