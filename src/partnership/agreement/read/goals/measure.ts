import type { Goal } from '../../model.ts';
import { datesIn } from '../lex/dates.ts';
import { matchesIn } from '../lex/matches.ts';
import { moneyIn } from '../lex/money.ts';
import { numeral } from '../lex/numerals.ts';
import { numbersIn, type WrittenNumber } from '../lex/numbers.ts';
import { remembered } from '../remembered.ts';

/** A number or a share a goal is measured by. */
export type Measure = Pick<Goal, 'target' | 'unit' | 'approx' | 'share'>;

const NOT_COUNTED = /^\s*(?:[-–]\s?\d+\s*)?(?:års?\b|år-|åringar|åriga|:e\b|kap\b|§|procent|%|kr\b|kronor|tkr|av (?:\d|fem|tio|tre)|timmar (?:i|per)|dagar (?:i|per)|månader|veckor|terminer|lektioner|(?:arbets|var|kalender|vecko)?dagar?\b|kl\b|grader\b|°|st\.? i\b|grupper? \d)/i;
/** "simma 200 meter" tells how well; "900 meter stängsel" how much. */
const LENGTH = /^\s*(?:meter|km|kilometer)(?!\p{L})(?!\s(?!och|eller|utan|med|från|till|på|per|om|i|crawl|rygg|bröst|under|längs)\p{L}{4,})/iu;
const BEFORE_NOT = /(?:kl\.?|klockan|åk|årskurs|år|från|ålder(?:n|sgrupp\S*)?|åldrarna|agenda|mål|punkt|avsnitt|§|bilaga|delmål|nr|vecka|från samtliga|från alla|de|mellan|paragraf|artikel|efter|över|under|minus|yngre än|äldre än|\d\s?[-–])\s*$/i;
const AGES = /(?<!\p{L})(?:ålder|åldrarna|åldern|åldersgruppen|mellan)\s[^.;]{0,20}$/iu;
const FRACTIONS: [RegExp, string][] = [
  [/(?:två|2)\s+tredjedelar|2\/3/i, '2/3'],
  [/(?:en|1)\s+tredjedel|1\/3/i, '1/3'],
  [/(?:tre|3)\s+(?:fjärdedelar)|3\/4/i, '3/4'],
  [/(?:en|1)\s+fjärdedel|1\/4/i, '1/4'],
  [/(?:fyra|4)\s+femtedelar/i, '4/5'],
  [/(?:^|\s)varannan\s(?!vecka|månad|dag|gång|torsdag|måndag|tisdag|onsdag|fredag|lördag|söndag|kväll|termin|år)/i, '1/2'],
  [/(?:en|1)\s+femtedel/i, '1/5'],
  [/hälften/i, '1/2'],
  [/jämn (?:köns)?fördelning|jämn könsbalans|jämn könsfördelning/i, '50/50'],
];

/** The counts and shares in a goal's words, left to right. Ages, years, times, money and section numbers are none. */
export const measuresIn = remembered((text: string): readonly Measure[] => {
  const taken = [...datesIn(text, { years: true }), ...moneyIn(text)].map(({ at, end }) => [at, end] as const);
  const isTaken = (number: WrittenNumber) => taken.some(([at, end]) => number.at < end && at < number.end);
  const numbers = [...numbersIn(text), ...scoresIn(text)].filter((number) => !isTaken(number) && !isRepeated(text, number)).sort((a, b) => a.at - b.at);
  const outOf = ratiosIn(text);
  const isRatio = (number: WrittenNumber) => outOf.some(({ at, end }) => number.at >= at && number.end <= end);
  const counts = numbers.filter((number) => isCount(text, number) && !isRatio(number)).map((number): Measure => ({ target: number.value, unit: unitAfter(text, number.end + (/^\s*\(\d{1,6}\)/.exec(text.slice(number.end, number.end + 12))?.[0].length ?? 0)), approx: number.approx, share: null }));
  const shares = [...numbers.filter((number) => number.percent).map((number) => shareOf(text, number.at, `${number.value} %`, number.approx)), ...fractionsIn(text), ...outOf.map(({ at, end, share }) => shareOf(text, at, share, false, end))];
  const things = counts.filter((count) => count.unit !== 'gånger'); // "60 familjer minst tio gånger": how often is not how many
  return [...(shares.length > 0 ? things.filter((count) => !/^(?:minuter|timmar|sekunder|meter)/i.test(count.unit ?? '')) : things.length > 0 ? things : counts), ...shares];
});

function isCount(text: string, number: WrittenNumber): boolean {
  const after = text.slice(number.end, number.end + 40).replace(/^\s*\(\d{1,6}\)/, '');
  const before = text.slice(Math.max(0, number.at - 30), number.at);
  if (LENGTH.test(after) && !/^(?:(?:minst|cirka|ca\.?|omkring|totalt)\s)?$/i.test(text.slice(0, number.at))) return false;
  if (number.percent || NOT_COUNTED.test(after) || BEFORE_NOT.test(before) || AGES.test(before)) return false;
  if (/^\s*(?:tredje|fjärde|femte)del|^\s*[-–/]\s?\d|^\s*:/.test(after)) return false;
  return /^\)?\s+\p{L}/u.test(after) || /^\s*(?:st)?[.,;)\t]?\s*$/.test(after);
}

const SCORE = /(?<![\p{L}-])(?:ett\s)?(\p{L}{3,12})tal(?=\s\p{L})/giu;

/** "Ett tjugotal besökare": about so many. */
const scoresIn = (text: string): WrittenNumber[] =>
  matchesIn(SCORE, text).flatMap((match) => {
    const value = match[1]!.toLowerCase() === 'hundra' ? 100 : numeral(match[1]!.toLowerCase());
    return value === null || value < 10 ? [] : [{ at: match.index, end: match.index + match[0].length, value, grouped: false, percent: false, approx: true, word: true }];
  });

/** "Trehundrafemtio (350)": the same number in figures, and the figures count. */
const isRepeated = (text: string, { at, end, word }: WrittenNumber): boolean => word && /^\s*\(\d{1,6}\)/.test(text.slice(end, end + 12)) && at >= 0;

const RATIO = /(?<!\p{L})(\p{L}{2,6}|\d{1,2}) av (två|tre|fyra|fem|sex|sju|åtta|nio|tio|tjugo|\d{1,3})(?!\p{L}|\d)/giu;

/** "Tre av fyra" is a share, not a three and a four. */
function ratiosIn(text: string): { at: number; end: number; share: string }[] {
  return matchesIn(RATIO, text).flatMap((match) => {
    const [part, whole] = [match[1]!, match[2]!].map((word) => (/^\d/.test(word) ? Number(word) : /^ett?$|^en$/i.test(word) ? 1 : numeral(word.toLowerCase())));
    return part && whole && part < whole ? [{ at: match.index, end: match.index + match[0].length, share: `${part}/${whole}` }] : [];
  });
}

const unitAfter = (text: string, end: number): string | null => /^\s+((?:nya |olika |unika |unga |frivilliga )?[\p{L}-]{3,30})/u.exec(text.slice(end, end + 48))?.[1] ?? null;

function fractionsIn(text: string): Measure[] {
  return FRACTIONS.flatMap(([sign, at]) => {
    const match = sign.exec(text);
    return match ? [shareOf(text, match.index, at, /ca\.?\s$|cirka\s$|omkring\s$/i.test(text.slice(Math.max(0, match.index - 10), match.index)))] : [];
  });
}

/** "av partnerskapets deltagare": a word that only says whose goes on to what. */
const OF_WHOM = /\bav\s+((?:(?:de|dem|alla|samtliga|våra|dessa|den|det|unga|nya|äldre|\p{L}{4,}(?:ets|ens|nas|ns|ts|gs))\s){0,3}[\p{L}-]{3,30})(?=[\s,.;]|$)/iu;

/** "av deltagarna", "deltagarna": what the share is of, as the words say. */
function shareOf(text: string, at: number, share: string, approx: boolean, after = at): Measure {
  const of = OF_WHOM.exec(text.slice(after))?.[1] ?? text.slice(0, 80).trim();
  return { target: null, unit: null, approx, share: { of, at: share } };
}
