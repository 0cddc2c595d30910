import { matchesIn } from '../../lex/matches.ts';
import { beginsAsHeading } from '../heading-words.ts';

const NUMBERED =
  /(?<=^|\s)(?:(#{1,6})\s+(?:(\d{1,2})\.\s+|\p{Lu}\.\s+)?|(\d{1,2})\.(\d{1,2})\.?\s{1,4}|(\d{1,2})\.?\s{1,4}|§\s?(\d{1,2})[.:]?\s{1,4}|(\d{1,2})\s§[.:]?\s{1,4}|(?:Kapitel|Avsnitt|Artikel)\s(\d{1,2})[.:]?\s(?:[–-]\s)?)(?=["”“]?\p{Lu}\p{L}|IOP)/gu;
const NOT_LABEL = /(?<!\p{L})(?:kap|bilaga|nr|punkt|avsnitt|§|kl|\p{L}*gatan|\p{L}*vägen|\p{L}*torget|mars|maj|av|den|och|till|lag|box)\.?\s$|\d\s$/iu;

/** Where a numbered section or item begins. `depth` is 0 for one of a list's numbers. */
export interface NumberAt {
  at: number;
  /** Where its words begin. */
  words: number;
  isMarked: boolean;
}

/** Numbers that count sections or items: each follows on the one before, so that a year, a sum or a paragraph of law is none. */
export function numbersAt(text: string): NumberAt[] {
  const found: NumberAt[] = [];
  let section = 0;
  let item = 0;
  let sub = 0;
  for (const match of matchesIn(NUMBERED, text)) {
    const [all, hashes, , major, minor, plain, sign, signed, chapter] = match;
    const at = match.index;
    const words = at + all.length;
    if (hashes) {
      found.push({ at, words, isMarked: true });
      item = 0;
      continue;
    }
    const isNamed = beginsAsHeading(text.slice(words, words + 40));
    if (NOT_LABEL.test(text.slice(Math.max(0, at - 12), at)) && !(isNamed && /\d\s+$/.test(text.slice(Math.max(0, at - 4), at)))) continue;
    if (major) {
      const [one, two] = [Number(major), Number(minor)];
      if (one < section || one > section + 2 || (one === section && (two <= sub || two > sub + 2))) continue;
      section = one;
      sub = two;
      found.push({ at, words, isMarked: true });
      continue;
    }
    const number = Number(plain ?? sign ?? signed ?? chapter);
    const isStopped = text.slice(at, words).includes('.') || plain === undefined;
    if (!isStopped && at > 0 && !/[.:;!?)”\p{Ll}\d]\s+$/u.test(text.slice(Math.max(0, at - 4), at))) continue;
    if (number === 1 && section >= 1) item = 1;
    else if (item > 0 && number === item + 1 && !(isNamed && number === section + 1)) item = number;
    else if (number > section && number <= section + 2) {
      section = number;
      sub = 0;
      item = 0;
    } else continue;
    found.push({ at, words, isMarked: item === 0 });
  }
  return found;
}
