import { type Found, foundAt } from './found.ts';

/** Three letters that plates have, two figures, and a figure or a letter. */
const LETTERS = '[A-HJ-PR-UW-Z]{3}';
const PLATE = new RegExp(`(?<![\\p{L}\\d§/.-])${LETTERS}[ \u00a0-]?\\d\\d[\\dA-HJ-NPR-UW-Z](?![\\p{L}\\d]|[ \u00a0-]?\\d|[.,:/]\\d)`, 'gu');
/** Written small, it is a plate only next to a vehicle. */
const SMALL = new RegExp(PLATE.source, 'giu');
const VEHICLE = /(?<!\p{L})(?:bil|bilen|personbil|skåpbil|moped|mopeden|epa|epatraktor|a-traktor|mc|motorcykel|skoter|lastbil|buss|reg\.?|reg\.? ?nr|regnr|registreringsnummer|registreringsskylt|skylt|skylten|skyltar|car|plate|volvo|saab|bmw|audi|toyota|mercedes|kia|tesla|vw|volkswagen|ford)(?!\p{L})/iu;
/** Words, currencies and abbreviations that numbers follow. */
const OTHER_WORDS = new Set(
  'SEK EUR USD NOK DKK GBP DNR TEL TFN RUM SAL BOX LGH HUS ART KAP LAG NJA RAR SFS TOM FOM MAX MED FRA PER NRA OCH SOM HAR DEN DET ATT ETT ALL KOM KAN SKA BARA DAG KLO NUM ORD ROM SUM PDF GSM UTM SMS LSS LOU LUF SOL OSL KRA KSN BUN KFN SBN UBN HSN FSN MAJ MAR FEB APR JUN JUL AUG SEP NOV DEC JAN'.split(' '),
);

/** Swedish registration plates such as ABC 123 and ABC12D. Postal codes, amounts, years and paragraphs are none. */
export function platesIn(text: string): Found[] {
  const small = VEHICLE.test(text) ? SMALL : PLATE;
  return [...text.matchAll(small)].flatMap(({ 0: written, index }) => (OTHER_WORDS.has(written.slice(0, 3).toUpperCase()) ? [] : foundAt('plate', index, written)));
}
