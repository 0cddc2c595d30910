import { matchesIn } from './matches.ts';
import { FIGURES, isApprox, valueOf } from './numbers.ts';
import { numeral } from './numerals.ts';
import { remembered } from '../remembered.ts';

/** A sum or a price in the text, in kronor. */
export interface Money {
  at: number;
  end: number;
  sek: number;
  approx: boolean;
  /** What a price is for one of – "month", "night", "hour" … – or null for a sum. */
  per: string | null;
}

const THOUSAND = String.raw`t\.?kr|kkr|tsek|ksek|tusen(?:tals)?\s+kr(?:onor)?|tusen\s+svenska\s+kronor`;
const MILLION = String.raw`mkr|mnkr|msek|milj\.?\s*kr(?:onor)?|miljon(?:er)?(?:\s+(?:svenska\s+)?kr(?:onor)?)?`;
const ONE = String.raw`kronorna|kronor|svenska\s+kronor|kr|sek|:-|:–|,-`;
const UNIT = String.raw`(?:${THOUSAND}|${MILLION}|${ONE})(?![\p{L}\d])`;
const IN_WORDS = String.raw`(?:\s*\(\s*[\p{L} ]{3,60}\))?`;
/** A dash is a sign where nothing stands between it and the figures, or before it in its cell; else it parts a label from its sum. */
const SIGN = String.raw`(?:(?<=^|[\s\t(])[-−–](?=\d)|(?<=^|\t)[-−–]\s)?`;
const AFTER = `(?<sign>${SIGN})(?<figures>${FIGURES})(?:\\s?[-–]\\s?(?<upper>\\d{1,3}(?:[ \\u00a0\\u202f\\u2009.]\\d{3})*(?:,\\d+)?))?${IN_WORDS}\\)?\\s*(?<unit>${UNIT})`;
const BEFORE = `(?<![\\p{L}])(?<prefix>SEK|TSEK|MSEK|kronor|kr\\.?)\\s*(?<later>(?:\\d{1,3}(?:[ \\u00a0\\u202f\\u2009.]\\d{3})+|\\d+)(?:,\\d{1,2})?)(?![\\d-])`;
const LETTERS = String.raw`(?<![\p{L}])(?<word>(?:en|ett|\p{L}*(?:hundra|tusen|tio|tjugo|två|tre|fyra|fem|sex|sju|åtta|nio)\p{L}*))\s+(?<wordUnit>(?:tusen\s+kronor(?:na)?|miljon(?:er)?(?:\s+kronor)?|kronor|kr)(?![\p{L}]))`;
const MONEY = new RegExp(`${AFTER}|${BEFORE}|${LETTERS}`, 'giu');
/** Without one of these there is no unit, and without a unit no money. */
const SIGN_OF_MONEY = /kr|sek|milj|:[-–]|,-/i;
const PER =
  /^(?:,?\s*exkl(?:usive|\.)?\s*moms,?)?\s*(?:(?:\/|\bper\b|\bi\b(?=\s*(?:månaden|veckan|timmen|kvartalet))|\bom\b(?=\s*(?:året|dagen))|\bvarje\b)\s*(?:påbörjad\s+)?(?<word>[\p{L}]+)|(?<bare>natt|timme|tim|dag|månad|kväll|pass)\b)/u;
/** The same sum once more in letters: "200 000 kr (tvåhundratusen kronor)". */
const IN_LETTERS = /^\s*\([^\d()]{3,100}\)/;
const EACH: [RegExp, string][] = [
  [/^(mån|månad|månaden|månader|kalendermånad)$/, 'month'],
  [/^(natt|natten|nätter)$/, 'night'],
  [/^(år|året|helår|kalenderår|verksamhetsår|budgetår)$/, 'year'],
  [/^(h|tim|timme|timmen|timma)$/, 'hour'],
  [/^(dag|dagen|dygn)$/, 'day'],
  [/^(vecka|veckan|v)$/, 'week'],
  [/^(kvartal|kvartalet)$/, 'quarter'],
  [/^(halvår|termin)$/, 'half-year'],
  [/^(tillfälle|gång|träff|möte|pass|besök|utbildningstillfälle|föreläsning|aktivitet)$/, 'occasion'],
  [/^(kväll|kvällen)$/, 'evening'],
  [/^(person|deltagare|barn|ungdom|elev|plats|individ|medlem|volontär)$/, 'person'],
];

/** Every amount of money in the text that carries its unit, left to right. A range gives both its ends. */
export const moneyIn = remembered((text: string): readonly Money[] => {
  const found: Money[] = [];
  let repeatedUntil = 0;
  if (!SIGN_OF_MONEY.test(text)) return found;
  for (const match of matchesIn(MONEY, text)) {
    if (match.index < repeatedUntil) continue;
    const { sign, figures, upper, unit, prefix, later, word, wordUnit } = match.groups!;
    const scale = scaleOf(unit ?? wordUnit ?? prefix ?? '');
    const base = figures !== undefined ? valueOf(figures) : later !== undefined ? valueOf(later) : wordValue(word!);
    if (base === null || !Number.isFinite(base)) continue;
    const end = match.index + match[0].length;
    repeatedUntil = end + (IN_LETTERS.exec(text.slice(end, end + 120))?.[0].length ?? 0);
    const money = { at: match.index, end, approx: isApprox(text.slice(Math.max(0, match.index - 20), match.index)), per: perIn(text.slice(end, end + 60)) };
    found.push({ ...money, sek: kronor(sign?.trim() ? -base : base, scale) });
    if (upper !== undefined) found.push({ ...money, sek: kronor(valueOf(upper), scale) });
  }
  return found;
});

/** How many kronor one of the unit is: 1, 1 000 or 1 000 000. */
export function scaleOf(unit: string): number {
  const plain = unit.toLowerCase();
  if (/^(m|milj)/.test(plain)) return 1e6;
  return /^(t|kkr|ksek)/.test(plain) ? 1000 : 1;
}

const kronor = (value: number, scale: number): number => Math.round(value * scale * 100) / 100;

const wordValue = (word: string): number | null => (/^(en|ett)$/i.test(word) ? 1 : numeral(word.toLowerCase()));

function perIn(after: string): string | null {
  const match = PER.exec(after.toLowerCase());
  const word = match?.groups?.['word'] ?? match?.groups?.['bare'];
  if (!word) return null;
  return EACH.find(([sign]) => sign.test(word))?.[1] ?? word;
}
