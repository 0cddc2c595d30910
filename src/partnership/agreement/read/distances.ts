import { numeral } from './lex/numerals.ts';
import { matchesIn } from './lex/matches.ts';

/** How far from something: whole months and days, before it when negative. */
export interface Length {
  months: number;
  days: number;
}

/** A time told by its distance from the term's start or end, from the end of each year of it, or from a day that the words after it name. */
export interface Distance {
  at: number;
  end: number;
  from: 'start' | 'end' | 'each-term-year' | 'each-calendar-year' | 'day';
  length: Length;
}

const COUNT = String.raw`(?<count>\d{1,3}|[\p{L}]{2,12})(?:\s*\(\s*[\p{L}\d]{1,12}\s*\))?`;
const UNIT = String.raw`(?<unit>(?:kalender)?dag(?:ar)?|veck(?:a|or)|(?:kalender)?månad(?:er)?|mån\.?|halvår|kvartal|år)`;
const OFFSET = new RegExp(String.raw`(?<![\p{L}\d])${COUNT}\s+${UNIT}\s+(?<side>före|innan|efter|från)(?:\s+(?:det\s+)?att)?\s+`, 'giu');
const THING = String.raw`(?:avtal|kontrakt|partnerskap|överenskommelse|löptid|projekt|period|samarbet|samverkan|IOP)[\p{L}:]*`;
const END = new RegExp(String.raw`^(?:(?:\S+\s+){0,3}?(?:${THING}\s+(?:\S+\s+){0,2}?(?:utgång|slut(?![\p{L}])|slutdatum|sista dag|upphör|avslut|löper ut|löpt ut|går ut|gått ut|utlöp)|(?:utgången|slutet|avslutad|avslutat|avslutandet|upphörandet)\s+(?:av\s+)?(?:\S+\s+)?${THING}|slutdatum|(?:avtals|projekt|period|partnerskaps)slut(?:et)?(?!\p{L}))|(?:utgången|slutet|avslutet|upphörandet)(?=\s*(?:[.,;)]|$)|\s(?:ha|ska|skall|lämnar|lämna|och)\s)|(?:det|den|detta|tiden|vi)\s+(?:tar slut|är slut|upphör|löper ut|går ut|slutar))`, 'iu');
const START = new RegExp(String.raw`^(?:\S+\s+){0,3}?(?:${THING}\s+(?:\S+\s+){0,2}?(?:start|början|ikraftträdande|trätt i kraft|träder i kraft|tillträde|påbörja)|(?:början|starten|ingången)\s+av\s+${THING}|${THING.replace('[\\p{L}:]*', '')}[\p{L}]*start)`, 'iu');
const AT_THE_END = new RegExp(String.raw`(?<![\p{L}])(?:senast\s+)?(?:vid|i samband med|före|innan|till)\s+(?=(?:${END.source.slice(1)}))`, 'giu');
/** "varje avtalsårs utgång", "utgången av varje Avtalsår", "respektive bidragsår", "kalenderårets slut". */
const YEAR = /^(?:(?:utgången|slutet)\s+av\s+)?(?<each>varje\s+|vart\s+|respektive\s+)?(?<kind>kalender|verksamhets|räkenskaps|budget|redovisnings|bokslut|avtals|bidrags|partnerskaps|projekt)år(?:et)?(?<tail>s?\s+(?:utgång|slut))?(?!\p{L})/iu;
const OF_THE_TERM = /^(?:avtals|bidrags|partnerskaps|projekt)/i;

/** "Efter sex månader gör parterna …", "Efter det första året utvärderas …": counted from the start. */
const AFTER_START = new RegExp(String.raw`^(?:redan )?efter (?:(?<first>det första (?:avtals|verksamhets|kalender|partnerskaps)?året)|(?:ungefär |ca )?${COUNT}\s+${UNIT})(?=\s(?:\p{Ll}+[rs]|ska|skall)\s)`, 'iu');
/** "inom sex veckor från det att säsongen slutat den 30 april"; "två veckor före den 1 juni" needs no such word. */
const WITHIN = /(?<!\p{L})(?:inom|senast)\s(?:ca\s)?$/iu;
/** Quick to ask for before the long patterns: what stands in each of them. */
const OFFSET_HINT = /(?:dag|dagar|vecka|veckor|månad|månader|mån\.?|halvår|kvartal|år)\s+(?:före|innan|efter|från)/i;
const END_HINT = /utgång|slut|sista dag|upphör|löper ut|löpt ut|går ut|gått ut|utlöp/i;

/** Every distance from the term's start or end, or from the end of each of its years, in the text. */
export function distancesIn(text: string): Distance[] {
  const found: Distance[] = [];
  for (const match of OFFSET_HINT.test(text) ? matchesIn(OFFSET, text) : []) {
    const count = countOf(match.groups!['count']!);
    if (count === null) continue;
    const after = match.index + match[0].length;
    const anchor = anchorAt(text.slice(after, after + 90)) ?? (/^(?:före|innan)/i.test(match.groups!['side']!) || WITHIN.test(text.slice(Math.max(0, match.index - 14), match.index)) ? { from: 'day' as const, length: 0 } : null);
    if (!anchor) continue;
    const sign = /före|innan/i.test(match.groups!['side']!) ? -1 : 1;
    found.push({ at: match.index, end: after + anchor.length, from: anchor.from, length: lengthOf(count * sign, match.groups!['unit']!) });
  }
  const early = AFTER_START.exec(text);
  const many = early?.groups!['first'] ? 12 : early ? countOf(early.groups!['count']!) : null;
  if (early && many !== null) found.push({ at: 0, end: early[0].length, from: 'start', length: early.groups!['first'] ? { months: 12, days: 0 } : lengthOf(many, early.groups!['unit']!) });
  for (const match of END_HINT.test(text) ? matchesIn(AT_THE_END, text) : []) {
    const anchor = END.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 90));
    if (anchor) found.push({ at: match.index, end: match.index + match[0].length + anchor[0].length, from: 'end', length: { months: 0, days: 0 } });
  }
  return found;
}

const THEREAFTER = new RegExp(String.raw`(?<!\p{L})(?:inom|senast)\s+${COUNT}\s+${UNIT}(?:\s+(?:därefter|därpå|efteråt|senare)|(?=\s*[.;]?$))`, 'iu');

/** "ska inom sextio dagar återföras". */
const IN_TIME = new RegExp(String.raw`(?<!\p{L})inom\s+${COUNT}\s+${UNIT}(?!\s+(?:efter|från|före|innan))`, 'iu');

/** "senast en månad därefter", "… inom två månader.": a distance from a day told just before, or anywhere in a sentence that names one; null where none is. */
export function distanceThereafter(text: string, isAnchored = false): Length | null {
  const match = THEREAFTER.exec(text) ?? (isAnchored ? IN_TIME.exec(text) : null);
  const count = match ? countOf(match.groups!['count']!) : null;
  return match && count !== null ? lengthOf(count, match.groups!['unit']!) : null;
}

function anchorAt(text: string): { from: Distance['from']; length: number } | null {
  const year = YEAR.exec(text);
  if (year && (year.groups!['each'] !== undefined || year.groups!['tail'] !== undefined || /^utgången|^slutet/i.test(text))) return { from: OF_THE_TERM.test(year.groups!['kind']!) ? 'each-term-year' : 'each-calendar-year', length: year[0].length };
  const end = END.exec(text);
  if (end) return { from: 'end', length: end[0].length };
  const start = START.exec(text);
  return start && { from: 'start', length: start[0].length };
}

const countOf = (word: string): number | null => (/^\d+$/.test(word) ? Number(word) : /^ett?|en$/i.test(word) ? 1 : numeral(word.toLowerCase()));

function lengthOf(count: number, unit: string): Length {
  if (/mån/i.test(unit)) return { months: count, days: 0 };
  if (/^kvartal/i.test(unit)) return { months: 3 * count, days: 0 };
  if (/^halvår/i.test(unit)) return { months: 6 * count, days: 0 };
  if (/^år/i.test(unit)) return { months: 12 * count, days: 0 };
  return { months: 0, days: /^veck/i.test(unit) ? 7 * count : count };
}
