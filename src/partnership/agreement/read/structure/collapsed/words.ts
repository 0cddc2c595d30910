import { matchesIn } from '../../lex/matches.ts';
import { beginsAsHeading, isSectionName } from '../heading-words.ts';

/** A word of running text, and what it says of where lines may have ended. */
export interface Word {
  at: number;
  end: number;
  /** Without quotation marks, brackets and the signs after it. */
  bare: string;
  isCapital: boolean;
  /** A full stop, question or exclamation mark ends it. */
  isLast: boolean;
  /** A comma, colon, semicolon or dash ends it: the line may have, the phrase has not. */
  isOpen: boolean;
  /** At least three columns of space stand before it. */
  isInColumn: boolean;
}

/** Words that no line ends with, if it can help it: they need what follows. */
const BINDS =
  /^(?:och|eller|samt|i|på|för|med|av|till|att|som|en|ett|den|det|de|vid|om|under|från|mellan|genom|inom|enligt|hos|mot|åt|utan|efter|per|via|är|har|ska|skall|kan|kallad|kallas|kallat|benämnd|heter|del|sin|sina|sitt|dess|deras|vår|vårt|våra|where|bl\.a\.|t\.ex\.|s\.k\.|ca|ca\.|cirka|org\.?|&|\/|-|–)$/iu;
const STARTERS = new Set(
  'det den detta denna dessa alla varje vid för om under i på med som när efter genom vi att minst senast parterna kommunen föreningen båda båda de en ett varannan samtliga inom utöver därutöver målet syftet om både även enligt här ingen inga vill vardera så de till från övriga summa'.split(' '),
);
const STOPPED_SHORT = /^(?:t\.ex|bl\.a|ca|ev|st|resp|s\.k|nr|kl|tel|tfn|inkl|exkl|ex|fr\.o\.m|t\.o\.m|o\.dyl|f\.n|kap|sid|dnr|bil|org|orgnr|organisationsnr|avd|bitr|\p{Lu}|\p{L})$/iu;

/** "ersätter Klubben": a party's word may have its capital in the middle of a sentence. */
const ACTS = /r$/;
const ACTOR = /(?:en|et|na)s?$/;

const WORD = /\S+/g;

/** The words of a line with their places. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const found of matchesIn(WORD, text)) {
    const raw = found[0];
    const at = found.index;
    const bare = raw.replace(/^["”“'»«([*_]+/u, '').replace(/["”“'»«)\].,;:!?*_]+$/u, '');
    words.push({
      at,
      end: at + raw.length,
      bare,
      isCapital: /^\p{Lu}/u.test(bare),
      isLast: /[.!?…]["”“'»)\]*]*$/u.test(raw) && !(raw.endsWith('.') && (STOPPED_SHORT.test(bare) || /^\d{1,2}(?:\.\d{1,2})*$/.test(bare))),
      isOpen: /[,:;–-]$/.test(raw),
      isInColumn: /(?: {3}|\t)$/.test(text.slice(Math.max(0, at - 3), at)),
    });
  }
  return words;
}

/** Tells of a text's words which begin a sentence or line: its ordinary words are those it also writes in small letters. */
export class Beginnings {
  readonly words: Word[];
  readonly #small = new Set<string>();
  readonly #inside = new Set<string>();

  constructor(words: Word[]) {
    this.words = words;
    words.forEach((word, i) => {
      if (!word.isCapital) this.#small.add(word.bare);
      else if (i > 0 && this.binds(words[i - 1]!)) this.#inside.add(word.bare);
    });
  }

  binds(word: Word): boolean {
    return BINDS.test(word.bare);
  }

  /** A word with a capital that is a name nowhere: where it stands, something begins. */
  isOrdinary(word: Word): boolean {
    const small = word.bare.toLowerCase();
    return word.isCapital && (this.#small.has(small) || STARTERS.has(small) || (beginsAsHeading(word.bare) && word.bare !== word.bare.toUpperCase()));
  }

  opensSentence(i: number): boolean {
    return this.words[i - 1]?.isLast ?? true;
  }

  /** True where a line must have begun: after a sentence, after data, or at an ordinary word's capital in the middle of small letters. */
  at(i: number): boolean {
    const [before, word] = [this.words[i - 1], this.words[i]];
    if (!word) return false;
    if (!before || (before.isLast && word.isCapital)) return true;
    if (!word.isCapital || word.isInColumn || before.isOpen || this.binds(before)) return false;
    if (isPlaceAndDay(this.words, i) || /^(?:Bilaga|Dnr|Diarienummer)$/.test(word.bare)) return true;
    if (isData(this.words, i - 1) || (isSectionName(word.bare) && !word.isOpen && this.words[i + 1]?.isCapital === true)) return true;
    if (ACTS.test(before.bare) && ACTOR.test(word.bare)) return false;
    return !before.isCapital && /\p{L}/u.test(before.bare) && this.isOrdinary(word) && !this.#inside.has(word.bare);
  }
}

const MONTH = /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/i;

/** "Ekmora den 3 mars 2024", "Ekmora 2024-03-03": signed on a line of its own. */
const isPlaceAndDay = (words: Word[], i: number): boolean => {
  const [next, after] = words[i + 1]?.bare === 'den' ? [words[i + 2], words[i + 3]] : [words[i + 1], words[i + 2]];
  if (next === undefined || words[i]!.isLast) return false;
  return /^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d{1,2}$/.test(next.bare) || (/^\d{1,2}$/.test(next.bare) && after !== undefined && MONTH.test(after.bare));
};

/** A sum, an organisation number, an address, a telephone number or a date ends its line when a capital follows. */
function isData(words: Word[], i: number): boolean {
  const [before, word] = [words[i - 1], words[i]!];
  if (/@|^\d{6}[-–]?\d{4}$|^0\d{1,3}[-–/]\d{5,}$|^\d{4}-\d\d-\d\d$/.test(word.bare)) return true;
  if (/^(?:kr|kronor|tkr|mkr|sek|msek)(?:\/\p{L}+)?$|\d:-$/iu.test(word.bare)) return before !== undefined && /\d$/.test(before.bare);
  if (word.isCapital) return before !== undefined && /^\d\d$/.test(before.bare) && /^\d{3}$/.test(words[i - 2]?.bare ?? '');
  if (!/^\d+(?:,\d+)?$/.test(word.bare)) return false;
  if (word.isInColumn || (/^\d{3}$/.test(word.bare) && before !== undefined && /^[-–]?\d{1,3}$/.test(before.bare))) return true;
  if (/^\d{3,}$/.test(word.bare) && before !== undefined && /^0\d{1,3}[-–/]\d/.test(before.bare)) return true;
  if (/^\d{4}$/.test(word.bare)) return before !== undefined && (MONTH.test(before.bare) || /^\d{6}$/.test(before.bare));
  return /^\d\d$/.test(word.bare) && before !== undefined && /^\d\d$/.test(before.bare) && /\d$/.test(words[i - 2]?.bare ?? '');
}
