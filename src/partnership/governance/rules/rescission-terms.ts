import type { RescissionTerms } from '../model.ts';

const RESCINDS = /(?<!upp)häv(?:a|as|er|s|ning(?:en|srätt)?|t)(?!\p{L})|omedelbar(?:t)? (?:upphörande|verkan|lämna|frånträda|säga upp)|väsentligt? (?:avtalsbrott|kontraktsbrott)|omedelbart (?:lämna|frånträda)/iu;
const REMEDY = /rättelse|rätta[drst]*\s|åtgärda|avhjälp|vidta/i;
const TIME = /inom\s+(\d{1,3}|[a-zåäö]+)\s+(dag|vecko|månad)/i;
const NUMBERS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'tretton', 'fjorton', 'femton'];
const MORE: Record<string, number> = { ett: 1, tjugo: 20, trettio: 30, sextio: 60, nittio: 90 };
const DAYS: Record<string, number> = { dag: 1, vecko: 7, månad: 30 };

/** What the agreement's text says of rescission: each sentence where it stands, and the days given for putting things right. */
export function rescissionTerms(text: string): RescissionTerms {
  const sentences = [...text.matchAll(/[^.!?\n]+[.!?]?/g)]
    .map((match) => ({ start: match.index + (match[0].length - match[0].trimStart().length), words: match[0].trim() }))
    .filter(({ words }) => RESCINDS.test(words))
    .map(({ start, words }) => ({ start, end: start + words.length, line: text.slice(0, start).split('\n').length, words }));
  const said = sentences.flatMap(({ words }) => (REMEDY.test(words) ? (daysIn(words) ?? []) : []));
  return { sentences, remedyDays: said[0] ?? null };
}

function daysIn(words: string): number | null {
  const [, number, unit] = TIME.exec(words) ?? [];
  if (!number) return null;
  const written = NUMBERS.indexOf(number.toLowerCase());
  const count = /^\d/.test(number) ? Number(number) : written >= 0 ? written : MORE[number.toLowerCase()];
  return count === undefined ? null : count * DAYS[unit.toLowerCase()];
}
