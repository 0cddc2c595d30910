import { isDutyVerb } from '../../clause/verbs.ts';
import { isOrganisationName } from '../../parties/organisations.ts';
import { beginsAsHeading, isSectionName } from '../heading-words.ts';
import type { Beginnings, Word } from './words.ts';

const VERB = /^(?:ska|skall|bör|kan|får|måste|åtar|förbinder|ansvarar|är|har|innebär|består|kommer|svarar|bidrar|tillhandahåller|erbjuder|avser|gäller|omfattar|löper|sker|utgör|tecknar|följer|vill|äger)$/;
const ASKS = /^(?:vad|vem|vilka|vilken|vilket|hur|när|var|varför)$/i;
const MOST = 10;

/** A heading in running text: from the word it begins with to the word after it. */
export interface HeadingAt {
  from: number;
  to: number;
}

/** The heading that begins at a word where a line may begin, or null. A marked one (numbered, or with #) is surely a heading if it ends as one. */
export function headingAt(text: string, begins: Beginnings, from: number, isMarked: boolean): HeadingAt | null {
  const { words } = begins;
  const capitals = endOfCapitals(words, from);
  if (capitals > from && isHeadingInCapitals(begins, from, capitals)) return { from, to: capitals };
  if (capitals > from + 1) return null;
  const asks = ASKS.test(words[from]!.bare);
  for (let to = from + 1; to <= from + MOST && to <= words.length; to += 1) {
    const last = words[to - 1]!;
    const next = words[to];
    const phrase = text.slice(words[from]!.at, last.end);
    if (text[last.end - 1] === '?') return asks && next && (next.isCapital || isMark(text, next)) ? { from, to } : null;
    if (!asks && (VERB.test(last.bare) || (to > from + 1 && isDutyVerb(last.bare)))) return null;
    if (/[.:]$/.test(phrase) && !/[,;]/.test(phrase)) return next?.isCapital && (isMarked || isSectionName(phrase) || (phrase.endsWith(':') && to - from <= 4 && beginsAsHeading(phrase))) ? { from, to } : null;
    if (/[.;!)]$/.test(phrase) || !next) return null;
    if (last.isOpen || begins.binds(last)) continue;
    if (isMark(text, next) && !/\d/.test(last.bare) && (isMarked || beginsAsHeading(phrase))) return { from, to };
    if (/^\d/.test(next.bare) && !/^\d{4}$/.test(next.bare) && isSectionName(phrase)) return { from, to };
    if (!next.isCapital) continue;
    if (isSectionName(phrase)) return { from, to };
    const isAlone = begins.opensSentence(from) && (to === from + 1 || (to <= from + 3 && begins.at(to) && !/\d/.test(phrase))) && !isOrganisationName(`${phrase} ${next.bare}`);
    const isNamed = isMarked || isAlone || beginsAsHeading(phrase);
    if (isNamed && (begins.isOrdinary(next) || endOfCapitals(words, to) > to + 1) && !isKindOfName(last)) return { from, to };
    if (isMarked && beginsAsHeading(phrase) && !isKindOfName(last)) return { from, to };
  }
  return null;
}

/** "Föreningen", "Region", "Projektet": a name may follow. */
const isKindOfName = (word: Word): boolean => word.isCapital && /(?:förening(?:en)?|stiftelsen|region(?:en)?|förbundet|klubben|projekt(?:et)?|kommun)$/i.test(word.bare);

/** A number, bullet or ruling begins the next line. */
const isMark = (text: string, word: Word): boolean => /^(?:\d{1,2}\.\d{1,2}\.?|[•▪●◦‣■➢→*|#–-]|#{1,6})$/.test(text.slice(word.at, word.end));

const isInCapitals = (word: Word): boolean => /^[\p{Lu}&/–-]+$/u.test(word.bare) && /\p{Lu}/u.test(word.bare);

function endOfCapitals(words: Word[], from: number): number {
  let to = from;
  while (to < words.length && to < from + 2 * MOST && (isInCapitals(words[to]!) || (to > from && /^[&–-]$/.test(words[to]!.bare)))) {
    to += 1;
    if (words[to - 1]!.isLast) break;
  }
  return to;
}

/** One word in capitals may be an abbreviation; a section's name, or several words, are none. */
function isHeadingInCapitals(begins: Beginnings, from: number, to: number): boolean {
  const { words } = begins;
  const letters = words.slice(from, to).reduce((sum, word) => sum + word.bare.length, 0);
  if (to > from + 1) return letters >= 6;
  const next = words[to];
  if (next && letters >= 3 && /^[•▪●◦‣■➢→]$/.test(next.bare)) return true;
  return letters >= 3 && (beginsAsHeading(words[from]!.bare) || (letters >= 5 && next !== undefined && begins.isOrdinary(next)));
}
