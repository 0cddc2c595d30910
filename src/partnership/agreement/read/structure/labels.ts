import { beginsAsHeading } from './heading-words.ts';
import { remembered } from '../remembered.ts';

/** How a line is marked at its beginning: a number, a letter, a bullet, a section sign or Markdown's #. */
export interface Label {
  /** As written, such as "4.2", "a)", "§ 3", "•". */
  label: string;
  kind: 'markdown' | 'number' | 'section' | 'bare-number' | 'letter' | 'bullet';
  /** Depth the mark itself tells: 2 for "4.2", 3 for "###". */
  depth: number;
  /** The last number in it, where it is a number. */
  value: number | null;
  /** Where the line's own words begin. */
  textAt: number;
}

const MONTH = /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/i;
const CAPITAL = /^[\p{Lu}”"“'«*_(]/u;

/** Most lines begin with a word, which is no mark. */
const WORDS = /^(?!(?:Punkt|Avsnitt|Artikel|Kapitel|Kap\.|Art\.|Del)\s)(?:\p{L}{6}|\p{L}{2,5}[ ,])/u;

/** "5.1 hålla huset öppet": a clause that goes on with a sentence begun above it; a number in wrapped text looks the same. */
export function clauseLabel(line: string): Label | null {
  const found = /^(\d{1,2})\.(\d{1,2})\.?\s+(?=\p{Ll})/u.exec(line);
  return found && { label: `${found[1]!}.${found[2]!}`, kind: 'number', depth: 2, value: Number(found[2]), textAt: found[0].length };
}

/** The mark a line begins with, or null. Sums and dates ("1 250 000 kr", "15 maj") are no marks. */
export const labelOf = remembered((line: string): Readonly<Label> | null => {
  if (WORDS.test(line)) return null;
  if (/^\d/.test(line)) return section(line) ?? numbered(line) ?? letter(line);
  return markdown(line) ?? bold(line) ?? section(line) ?? chapter(line) ?? roman(line) ?? numbered(line) ?? bullet(line) ?? letter(line);
});

/** "**4.2 Målgrupp**": a heading's number inside its bold marks. */
function bold(line: string): Label | null {
  const mark = /^(?:\*\*|__)(?=[\d§\p{Lu}].{1,100}(?:\*\*|__):?$)/u.exec(line)?.[0];
  const inside = mark ? (section(line.slice(mark.length)) ?? chapter(line.slice(mark.length)) ?? numbered(line.slice(mark.length))) : null;
  return inside && { ...inside, textAt: inside.textAt + mark!.length };
}

/** "B. Vem gör vad": a section's letter, which a person's initial looks like. */
function chapter(line: string): Label | null {
  const found = /^([A-K])\.\s+(?=\p{Lu})/u.exec(line);
  if (!found || line.length > 80 || !(beginsAsHeading(line.slice(found[0].length)) || /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(line.slice(found[0].length)))) return null;
  return { label: found[1]!, kind: 'section', depth: 1, value: null, textAt: found[0].length };
}

/** "IV. Ekonomi": a chapter in Roman numerals. */
function roman(line: string): Label | null {
  const found = /^(X?(?:IX|IV|V?I{0,3}))\.?\s+(?=\p{Lu})/u.exec(line);
  const words = found ? line.slice(found[0].length) : '';
  const isStopped = found !== null && line[found[1]!.length] === '.';
  if (!found || found[1] === '' || line.length > 80 || !(beginsAsHeading(words) || /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(words) || (isStopped && /^\p{Lu}\p{Ll}+\.?$/u.test(words) && (found[1]!.length > 1 || words.endsWith('.'))))) return null;
  if (!isStopped && found[1]!.length < 2) return null;
  return { label: found[1]!, kind: 'section', depth: 1, value: null, textAt: found[0].length };
}

/** A heading's own number goes with its mark: "## 4.2 Målgrupp" is called Målgrupp. */
function markdown(line: string): Label | null {
  const found = /^(#{1,6})\s+/.exec(line);
  if (!found) return null;
  const depth = found[1]!.length;
  const rest = line.slice(found[0].length);
  const inside = section(rest) ?? chapter(rest) ?? numbered(rest);
  if (!inside) return { label: found[1]!, kind: 'markdown', depth, value: null, textAt: found[0].length };
  return { ...inside, kind: 'markdown', depth, textAt: found[0].length + inside.textAt };
}

function section(line: string): Label | null {
  const found =
    /^§\s?(\d{1,3}(?:\.\d{1,2}){0,3})[.:]?\s*/.exec(line) ??
    /^(\d{1,3})\s?§[.:]?\s*/.exec(line) ??
    /^(\d{1,2})\s?kap\.\s*(?=\p{Lu})/u.exec(line) ??
    /^(?:Punkt|Avsnitt|Artikel|Kapitel|Kap\.|Art\.|Del)\s(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.:]\s*|\s+[–-]\s+|\s+(?=\p{Lu})|$)/u.exec(line);
  if (!found) return null;
  const numbers = found[1]!.split('.');
  return { label: found[0].trim().replace(/[.:]$/, ''), kind: 'section', depth: numbers.length, value: Number(numbers.at(-1)), textAt: found[0].length };
}

/** "2. 250 deltagare": an item that begins with how many. */
const COUNTED = /^\d{1,4}\s(?!kr)\p{Ll}{4,}/u;

function numbered(line: string): Label | null {
  const found = /^(\d{1,2}(?:\.\d{1,2}){0,4})(\\?[.)]{0,2})(\s*)/.exec(line);
  if (!found) return null;
  const [all, digits, mark, space] = found as unknown as [string, string, string, string];
  const rest = line.slice(all.length);
  const numbers = digits.split('.');
  const value = Number(numbers.at(-1));
  if (numbers.length > 1) {
    if ((!CAPITAL.test(rest) && !/^\d[\d ]{0,8}\p{L}{3}/u.test(rest)) || MONTH.test(rest) || space === '') return null;
    return { label: digits, kind: 'number', depth: numbers.length, value, textAt: all.length };
  }
  if (mark === '') {
    return space !== '' && /^\p{Lu}\p{L}/u.test(rest) && !MONTH.test(rest) ? { label: digits, kind: 'bare-number', depth: 1, value, textAt: all.length } : null;
  }
  if (MONTH.test(rest) || (/^\d/.test(rest) && !COUNTED.test(rest)) || (space === '' && !CAPITAL.test(rest))) return null;
  const label = mark.includes(')') ? `${digits})` : digits;
  return { label, kind: mark.includes(')') ? 'letter' : 'number', depth: 1, value, textAt: all.length };
}

function bullet(line: string): Label | null {
  const found =
    /^(\\?[-–—−*+»›>]|o)\s+(?:\[[xX ]\]\s+)?(?=\S)/.exec(line) ?? /^(\[[xX ]\])\s+(?=\S)/.exec(line) ?? /^([•·▪●○◦‣■□◆◇♦▸►➢➤✓✔→☐☑☒✅])\s*(?=\S)/.exec(line) ?? /^([-–])(?=\p{Lu}\p{Ll})/u.exec(line);
  if (!found) return null;
  if (found[1] === 'o' && !/^o\s+(?!dyl|s\s?v)\p{L}{3}/u.test(line)) return null;
  if (/^[–—-]\s*\d{4}-\d\d/.test(line)) return null;
  return { label: found[1]!.replace('\\', ''), kind: 'bullet', depth: 1, value: null, textAt: found[0].length };
}

function letter(line: string): Label | null {
  const found = /^\(?([a-zåäöA-H]|[ivx]{1,5}|\d{1,2})\)\s*(?=\S)/.exec(line) ?? /^([a-h])\.\s+(?=\p{L}{2})/u.exec(line);
  return found && { label: found[0].trim(), kind: 'letter', depth: 1, value: null, textAt: found[0].length };
}
