import type { AgreedPeriod, Dated } from '../../model.ts';
import type { AgreementDocument } from '../document.ts';
import { rangesIn } from '../lex/date-ranges.ts';
import { datesIn, firstDay, lastDay, type FoundDate } from '../lex/dates.ts';
import { spanOf } from '../span.ts';
import { periodClauses, plainnessOf, type PeriodClause } from './clauses.ts';
import { endAfter, lengthsIn } from './length.ts';
import { FROM_SIGNING, signedOn } from './signed.ts';

const FROM = /(?:från(?:\s+och\s+med)?\s*:?|tillträde(?:sdag|sdatum|t|s)?\s*:?|fr\.?\s?o\.?\s?m\.?:?|from\.?:?|med\s+(?:start|början|verkan)(?:\s+(?:i|den|från|vid))?|träder\s+i\s+kraft|(?:börjar|startar|inleds|påbörjas)(?:\s+(?:att\s+)?(?:gälla|löpa))?|start(?:datum)?\s*:?|första\s+dag(?:en)?\s*(?::|är)?|gäller\s+fr\S*)\s*(?:(?:den|i|vid|per|om)\s+)?$/i;
const TO = /(?:till(?:\s+och\s+med)?\s*:?|t\.?\s?o\.?\s?m\.?:?|tom\.?:?|längst\s+till|fram\s+till|(?:upphör|löper\s+ut|avslutas|slutar)(?:\s+(?:att\s+gälla|utan\s+\p{L}+))?|slut(?:datum)?\s*:?|sista\s+dag(?:en)?\s*(?::|är)?)\s*(?:(?:och\s+med|den|i|vid|utgången\s+av|slutet\s+av|per|vid\s+utgången\s+av)\s+)*$/iu;
/** "från och med höstterminen 2025, det vill säga den 18 augusti 2025". */
const FROM_MEANING = /(?<!\p{L})(?:från(?:\soch\smed)?|fr\.o\.m\.)\s[^.;,]{4,30},?\s(?:dvs\.?|det vill säga|alltså|närmare bestämt)\s(?:den\s)?$/iu;
/** "räknat från den första januari tjugohundratjugofyra (2024-01-01)": the day in words, and again in figures. */
const FROM_WORDS = /(?<!\p{L})från(?:\s+och\s+med)?\s[^.,;()\d]{4,70}\s\($/iu;

interface Reading {
  start: Dated | null;
  end: Dated | null;
  months: number | null;
  openEnded: boolean;
  clause: PeriodClause;
  /** How exactly it is said; in `readPeriod` also how plainly. */
  worth: number;
}

/** How long the agreement runs. An end that follows only from a length is derived; "tills vidare" is open-ended; null when nothing says it. */
export function readPeriod(doc: AgreementDocument): AgreedPeriod | null {
  const readings = periodClauses(doc).flatMap((clause) => {
    const said = readClause(clause);
    return said ? [{ ...said, worth: plainnessOf(clause, doc) + said.worth }] : [];
  });
  const plainest = [...readings].sort((a, b) => b.worth - a.worth)[0];
  if (!plainest || plainest.worth < 3) return null;
  const near = readings.filter((one) => one !== plainest && one.worth >= 3 && Math.abs(one.clause.place - plainest.clause.place) <= 6);
  const start = plainest.start ?? near.find((one) => one.start !== null)?.start ?? readings.find((one) => one.start !== null && one.worth >= 3 && /träder\s+i\s+kraft/i.test(one.clause.text))?.start ?? ([plainest, ...near].some((one) => FROM_SIGNING.test(one.clause.text)) ? signedOn(doc) : null);
  const months = plainest.months ?? near.find((one) => one.months !== null)?.months ?? null;
  const end = plainest.end ?? (start && months ? lengthened(start, months, plainest) : (near.find((one) => one.end !== null && !plainest.openEnded)?.end ?? null));
  const { block, at, text } = plainest.clause;
  return {
    start,
    end: plainest.openEnded && !plainest.end ? null : end,
    openEnded: plainest.openEnded || (end === null && near.some((one) => one.openEnded)),
    source: spanOf(block, at, at + text.length),
    certainty: start && end && !end.derived ? 'certain' : 'likely',
  };
}

function readClause(clause: PeriodClause): Reading | null {
  const { text } = clause;
  const openEnded = UNTIL_FURTHER.test(text) && !/inte\s+tills\s+vidare/i.test(text);
  const range = rangesIn(text)[0] ?? (text.includes('\t') ? rangesIn(text.replaceAll('\t', '–'))[0] : undefined) ?? rangesIn(text, { years: true })[0];
  const base = { clause, openEnded, months: null };
  if (range && firstDay(range.from) && lastDay(range.to)) {
    const exact = range.from.precision === 'year' ? 1.5 : range.from.precision === 'month' ? 2.75 : 3;
    const wide = lastDay(range.to)! > firstDay(range.from)! ? exact : -3;
    return { ...base, start: dated(clause, range.from, 'start'), end: dated(clause, range.to, 'end'), worth: wide };
  }
  const dates = datesIn(text).filter((date) => date.year !== null && !date.incomplete);
  const from = dates.find((date) => FROM.test(text.slice(Math.max(0, date.at - 50), date.at)) || FROM_MEANING.test(text.slice(Math.max(0, date.at - 70), date.at)) || FROM_WORDS.test(text.slice(Math.max(0, date.at - 90), date.at))) ?? (STARTS.test(labelOf(clause)) ? dates[0] : undefined);
  const to = dates.find((date) => date !== from && TO.test(text.slice(Math.max(0, date.at - 50), date.at))) ?? (ENDS.test(labelOf(clause)) ? dates.find((date) => date !== from) : undefined);
  const length = lengthsIn(text).find((one) => isOfTerm(text, one.at)) ?? null;
  const year = wholeYear(clause) ?? severalYears(clause);
  if (!from && !to && !openEnded && !length && !year) return null;
  if (year && !from && !to) return { ...base, ...year, worth: 1.5 };
  const worth = (from ? 1 : 0) + (to ? 1 : 0) + (openEnded ? 1.5 : 0) + (length ? 1 : 0);
  return { ...base, start: from ? dated(clause, from, 'start') : null, end: to ? dated(clause, to, 'end') : null, months: length?.months ?? null, worth };
}

/** "så länge ingen säger upp det", "tills parterna bestämmer annat": no end, in other words. */
const UNTIL_FURTHER = /tills\s+vidare|(?<!\p{L})så länge (?:\S+ )?(?:inte|ingen|inget|inga)(?!\p{L})|(?<!\p{L})tills (?:\S+ ){1,4}?(?:annat|säger upp|sägs upp|sagts upp|(?:vill|önskar) (?:sluta|avsluta|avbryta|lämna))(?!\p{L})|(?<!\p{L})till dess (?:att )?(?:\S+ ){1,4}?(?:säger upp|sägs upp|sagts upp)(?!\p{L})/iu;
const STARTS = /^\s*(?:avtalets\s+)?(?:start|börja|från(?=:)|tillträde)/i;
const ENDS = /^\s*(?:avtalets\s+)?(?:slut(?:datum|dag)?\s*:|sista dag\p{L}*\s*:|till\s*:|upphör\p{L}*\s*:)/iu;

/** What a date stands after: the sentence's own first words, or the label that was taken for a heading. */
const labelOf = ({ text, label }: PeriodClause): string => (label === null ? text : `${label} ${text}`);

/** Of another time than the term: a notice, an age, a distance, how often. */
const OF_ANOTHER = /(?<!\p{L})(?:uppsägning\p{L}*|varsel|senast|minst|högst|inom|ytterligare|förläng\p{L}*|efter|före|gånger\s+per|per|varje|från|över|under|äldre|ålder\p{L}*|av)(?:\s+\S+)?\s*$/iu;
const LASTING = /(?:gäller|löper|sker|upplåts|sträcker sig|pågår|tecknas|omfattar|träffas|ingås|varar|upphör|slutar)\s+(?:\S+\s+)?(?:under|över|i|för|på|efter)?\s*(?:en\s+(?:period|tid)\s+(?:av|om)\s+)?$/i;
const SINCE_SIGNING = /(?:undertecknand|underskrift|undertecknat)\p{L}*(?:\s(?:det|avtalet))?(?:\soch(?:\sunder)?|\si|,)?\s$/iu;

/** Whether the length that begins there can be the agreement's own. */
function isOfTerm(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 30), at);
  return !OF_ANOTHER.test(near.slice(-26)) || (LASTING.test(text.slice(Math.max(0, at - 60), at)) && !/uppsägning|förläng/i.test(near)) || SINCE_SIGNING.test(near);
}

const YEAR = /(?:19|20)\d\d/;

/** "under 2025", "kalenderåret 2025", "verksamhetsåret 2024": a year from end to end. */
function wholeYear(clause: PeriodClause): { start: Dated; end: Dated } | null {
  if (!YEAR.test(clause.text)) return null;
  const found = /(?:(?:kalender|verksamhets|budget)år(?:et)?|under(?:\s+(?:hela\s+)?år(?:et)?)?|avser(?:\s+år(?:et)?)?|gäller(?:\s+för)?(?:\s+år(?:et)?)?|^\D{0,30}[:\t])\s*((?:19|20)\d\d)(?![\d/–-])/i.exec(clause.text);
  if (!found) return null;
  const [year] = datesIn(clause.text, { years: true }).filter((date) => date.precision === 'year' && date.year === Number(found[1]));
  return year ? { start: dated(clause, year, 'start')!, end: dated(clause, year, 'end')! } : null;
}

/** "åren 2024, 2025 och 2026": from the first of them to the last. */
function severalYears(clause: PeriodClause): { start: Dated; end: Dated } | null {
  if (!YEAR.test(clause.text)) return null;
  const found = /(?<!\p{L})(?:(?:kalender|verksamhets|budget)?åren|(?:två|tre|fyra|fem)\s(?:kalender|verksamhets|budget)?år,(?:\snämligen)?)\s+((?:19|20)\d\d)(?:,\s*(?:19|20)\d\d)*\s+(?:och|samt|till(?:\s+och\s+med)?)\s+((?:19|20)\d\d)(?![\d/–-])/iu.exec(clause.text);
  if (!found) return null;
  const years = datesIn(clause.text, { years: true }).filter((date) => date.precision === 'year' && date.at >= found.index && date.at < found.index + found[0].length);
  const [first, last] = [years[0], years.at(-1)];
  return first && last && last.year! > first.year! ? { start: dated(clause, first, 'start')!, end: dated(clause, last, 'end')! } : null;
}

function dated({ block, at }: PeriodClause, date: FoundDate, as: 'start' | 'end'): Dated | null {
  const day = as === 'start' ? firstDay(date) : lastDay(date);
  if (!day) return null;
  return { date: day, precision: date.precision, derived: false, source: spanOf(block, at + date.at, at + date.end) };
}

/** A start known to the month gives an end known to the day it follows from, and no better. */
function lengthened(start: Dated, months: number, from: Reading): Dated {
  const { block, at, text } = from.clause;
  return { date: endAfter(start.date, months), precision: start.precision, derived: true, source: spanOf(block, at, at + text.length) };
}
