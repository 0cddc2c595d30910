import { datesIn } from '../lex/dates.ts';
import { hasTitle, personNamed } from '../people.ts';
import type { PartyNames } from '../parties/names.ts';
import type { PlainLine } from '../plain-lines.ts';

/** No more sign beside each other on a page, and no line of theirs is longer. */
const [MOST, LONGEST] = [3, 140];
/** So far above and below the names stand the places, days, parties and titles that belong to them. */
const NEAR = 4;
const ONLY_NAMES = /^(?:\p{Lu}[\p{L}'’.-]*\s?|(?:von|af|de|van|al|el)\s){4,10}$/u;

/**
 * Signatures that stood side by side on the page, with only a space left between them: "Anna Berg Erik Ek" over "kommundirektör ordförande".
 * Every such line is parted into columns again where each part is a whole name, title, party or day.
 */
export function partedSideBySide(lines: PlainLine[], parties: PartyNames, isBefore: (name: string, offset: number) => boolean): PlainLine[] {
  const columns = new Map<number, string[]>();
  lines.forEach((line, at) => {
    if (line.cells.length > 1 || line.text.length > LONGEST || !ONLY_NAMES.test(line.text)) return;
    const ways = waysToPart(line.text, parties).flatMap((names) => {
      const beside = linesBeside(lines, at, names.length, parties);
      return beside.size > 0 ? [{ names, beside }] : [];
    });
    const [way, ...others] = ways.length > 1 ? ways.filter(({ names }) => names.some((name) => isBefore(name, line.span.start))) : ways;
    if (!way || others.length > 0) return;
    columns.set(at, way.names);
    for (const [where, cells] of way.beside) columns.set(where, cells);
  });
  return columns.size === 0 ? lines : lines.map((line, at) => (columns.has(at) ? { ...line, text: columns.get(at)!.join('\t'), cells: columns.get(at)! } : line));
}

/** So many titles, parties or days one after the other; null for any other line. */
const alike = (text: string, many: number, parties: PartyNames): string[] | null => daysIn(text, many) ?? partiesIn(text, many, parties) ?? titlesIn(text, many);

/** Every way to part a line of names so that each part is one. */
const waysToPart = (text: string, parties: PartyNames): string[][] =>
  [2, MOST].flatMap((many) => partings(text.split(' '), many)).filter((parts) => parts.every((part) => part.includes(' ') && personNamed(part, parties) === part));

/** The lines right above and below that hold so many titles, parties or days, each with its parts. */
function linesBeside(lines: PlainLine[], at: number, many: number, parties: PartyNames): Map<number, string[]> {
  const beside = new Map<number, string[]>();
  for (const step of [-1, 1]) {
    for (let far = 1; far <= NEAR; far += 1) {
      const near = lines[at + step * far];
      const cells = near && near.cells.length === 1 && near.text.length <= LONGEST ? alike(near.text, many, parties) : null;
      if (!cells) break;
      beside.set(at + step * far, cells);
    }
  }
  return beside;
}

/** So many words are titles, and each part ends in one: "kommunstyrelsens ordförande ordförande". */
function titlesIn(text: string, many: number): string[] | null {
  const words = text.split(' ');
  if (/[.:]/.test(text) || words.filter(hasTitle).length !== many) return null;
  return partings(words, many).find((parts) => parts.every((part) => hasTitle(part.split(' ').at(-1)!))) ?? null;
}

function daysIn(text: string, many: number): string[] | null {
  const days = datesIn(text).filter((day) => day.day !== null && day.year !== null);
  if (days.length !== many || days.at(-1)!.end < text.length - 1) return null;
  return days.map((day, i) => text.slice(days[i - 1]?.end ?? 0, day.end).trim());
}

function partiesIn(text: string, many: number, parties: PartyNames): string[] | null {
  const named = parties.find(text);
  if (named.length !== many || new Set(named.map(({ party }) => party)).size !== many) return null;
  const starts = named.map(({ at }, i) => at - (/för $/i.exec(text.slice(named[i - 1]?.end ?? 0, at))?.[0].length ?? 0));
  return starts[0] === 0 ? starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim()) : null;
}

/** Every way to part the words in so many runs. */
function partings(words: string[], many: number): string[][] {
  if (many === 1) return [[words.join(' ')]];
  return words.slice(0, words.length - many + 1).flatMap((_, i) => partings(words.slice(i + 1), many - 1).map((rest) => [words.slice(0, i + 1).join(' '), ...rest]));
}
