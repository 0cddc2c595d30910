import { isOrganisationName, isUnitName } from '../../parties/organisations.ts';
import { hasTitle } from '../../people.ts';
import type { Word } from './words.ts';

/** Most words in a cell between two columns of space. */
const WIDEST = 14;

/**
 * Where rows begin in text whose columns of space were kept while its line breaks were lost: a cell between two such
 * spaces may hold the last cell of one row and the first of the next, told apart by what they are.
 */
export function rowCuts(text: string, words: Word[], cuts: Set<number>): number[] {
  const columns = words.flatMap((word, i) => (word.isInColumn ? [i] : []));
  const found: number[] = [];
  for (let c = 0; c + 1 < columns.length; c += 1) {
    const [from, to] = [columns[c]!, columns[c + 1]!];
    const cell = words.slice(from, to);
    if (cell.length < 2 || cell.length > WIDEST || cell.some((word, i) => i > 0 && cuts.has(word.at))) continue;
    const split = bestSplit(text, cell, /^\d/.test(words[to]!.bare));
    if (split > 0) found.push(cell[split]!.at);
  }
  return found;
}

function bestSplit(text: string, cell: Word[], isBeforeNumber: boolean): number {
  const part = (from: number, to: number): string => text.slice(cell[from]!.at, cell[to - 1]!.end);
  let best = 0;
  let most = isKnown(part(0, cell.length)) ? 2.5 : 1;
  for (let i = 1; i < cell.length; i += 1) {
    const isNumber = /^\d/.test(cell[i]!.bare) && !/\d$/.test(cell[i - 1]!.bare);
    if (!cell[i]!.isCapital && !isNumber && !hasTitle(cell[i]!.bare)) continue;
    if (isNumber && !isKnown(part(0, i))) continue;
    const worth = (isKnown(part(0, i)) ? 1.5 : 0) + (isKnown(part(i, cell.length)) ? 1.5 : 0);
    if (worth > most) [best, most] = [i, worth];
  }
  if (best > 0 || !isBeforeNumber || most > 1) return best;
  return cell.findLastIndex((word, i) => i > 0 && word.isCapital);
}

/** True for what a cell of a letterhead or signature holds: an organisation, unit, person, title, address, number or date. */
function isKnown(words: string): boolean {
  if (/^(?:\p{Lu}[\p{L}'’-]+\s){1,2}(?:(?:von|af|de|van)\s)?\p{Lu}[\p{L}'’-]+$/u.test(words) && !hasTitle(words)) return true;
  if (/^(?:\d{3}\s\d\d\s\p{Lu}\p{L}+|[\d\s,]+(?:\skr)?|\p{Lu}\p{L}+(?:\s\p{L}+)?\s\d{1,3}|Box\s\d+|org\S*(?:\snr)?[:\s]+\d{6}-\d{4}|_{3,}|\.{3,})$/iu.test(words)) return true;
  if (/^(?:\p{Lu}\p{L}+,?\s)?(?:den\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}\s\p{L}+\s\d{4})$/u.test(words)) return true;
  const first = words.split(' ')[0]!;
  if (hasTitle(words)) return !/^\p{Lu}[\p{L}-]+\s\p{Lu}/u.test(words) || hasTitle(first);
  return isOrganisationName(words) && words.split(' ').length <= 6 ? !/\s(?:kommun|Kommun)\s/.test(words) : isUnitName(words);
}
