import { moneyIn, type Money } from '../lex/money.ts';
import type { When } from '../when.ts';
import type { Passage } from './passage.ts';

/** "Kommunen lämnar ett bidrag om 48 500 kr. Bidraget betalas ut …": the one sum that the words before it state. */
export function justStated({ text, stated }: Passage): number | null {
  const [sum, ...more] = STATED_BEFORE.test(text) && !IN_PARTS.test(text) ? moneyIn(stated) : [];
  return sum && more.length === 0 && (sum.per === null || sum.per === 'year') && !CEILING.test(stated.slice(Math.max(0, sum.at - 30), sum.at)) ? sum.sek : null;
}

const IN_PARTS = /(?:kvartals|halvårs|månads|termins)vis|delar|omgångar|hälften|varje (?:månad|kvartal|halvår|termin)|i (?:månaden|kvartalet)|två gånger/i;
const SUM_AGAIN = String.raw`(?:bidraget|beloppet|summan|stödet|ersättningen|pengarna|anslaget|medlen|grundbidraget|årsbidraget)`;
/** "Bidraget betalas ut …", "Kommunen betalar pengarna …", "Utbetalning sker …", "Utbetalas: …". */
const STATED_BEFORE = new RegExp(String.raw`^(?:${SUM_AGAIN}|det|den|detta|vilket)\s(?:belopp )?(?:\S+ ){0,3}?(?:(?:ut)?betalas|rekvireras|sätts in|kommer|överförs|erläggs|faktureras|finns på)(?!\p{L})|(?<!\p{L})(?:(?:ut)?betalar|erlägger|sätter in|överför|för över)\s(?:ut |in )?(?:hela )?${SUM_AGAIN}(?!\p{L})|^(?:(?:ut)?betalning(?:en)?|(?:ut)?betalas(?: ut)?|betalas)(?:\s(?:sker|görs|verkställs)|:)`, 'iu');

/** "38 500 kr per år", "Utbetalas: 30 september 2025 och 30 september 2026": a year's sum on one day of each year; a half-year's on each of two days. */
export function repeatedSum({ text, stated }: Passage, due: readonly When[]): number | null {
  const [sum, ...more] = STATED_BEFORE.test(text) && !IN_PARTS.test(text) ? moneyIn(stated) : [];
  if (!sum || more.length > 0 || CEILING.test(stated.slice(Math.max(0, sum.at - 30), sum.at))) return null;
  const years = new Set(due.map(({ found }) => found?.year));
  const isYearly = sum.per === 'year' && years.size === due.length && !years.has(null) && !years.has(undefined);
  return isYearly || (sum.per === 'half-year' && due.length === 2 && years.size === 1) ? sum.sek : null;
}

const RHYTHMS: [NonNullable<Money['per']>, RegExp][] = [
  ['month', /månadsvis|varje månad|per månad|i månaden|månatlig/i],
  ['quarter', /kvartalsvis|varje kvartal|per kvartal/i],
  ['half-year', /halvårsvis|terminsvis|varje (?:halvår|termin)|per (?:halvår|termin)/i],
];
const rhythmOf = (text: string): Money['per'] => RHYTHMS.find(([, sign]) => sign.test(text))?.[0] ?? null;

/** "Föreningen får 7 500 kr i månaden. Pengarna sätts in den 25 i varje månad": the sum before it that keeps the same time. */
export function rhythmicSum({ text, stated }: Passage): number | null {
  const rhythm = rhythmOf(text);
  const [sum, ...more] = rhythm === null ? [] : moneyIn(stated);
  return sum && more.length === 0 && sum.per === rhythm && !CEILING.test(stated.slice(Math.max(0, sum.at - 30), sum.at)) ? sum.sek : null;
}

/** "… 28 500 kr per föreställning. Pengarna betalas ut efter varje föreställning": the price the sentence before names. */
export function priceBefore({ text, lead }: Passage): number | null {
  const thing = /efter varje (\p{L}+)/iu.exec(text)?.[1]?.toLowerCase();
  return thing === undefined ? null : (moneyIn(lead).find((sum) => sum.per === thing)?.sek ?? null);
}

/** "högst 2 000 kr" says what is not exceeded, not what is paid. */
export const CEILING = /(?:högst|max(?:imalt)?|upp till|som mest|ett tak (?:på|om)|dock inte mer än|intill|(?:högsta|största|sammanlagt) belopp (?:om|på|av)|takbelopp (?:om|på)|(?:inte|ej) (?:överstiga|överskrida))\s(?:sammanlagt\s|totalt\s|ca\s)?$/i;

/** "240 000 kr per år betalas i januari och juli med 120 000 kr per gång": the last sum is paid each time. */
export const isEachTime = (money: readonly Money[]): boolean => money.length > 1 && money.at(-1)!.per === 'occasion' && money.slice(0, -1).every(({ per }) => per === 'year');
