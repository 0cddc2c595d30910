import { addDays, calendarDate, lastDayOfMonth, type CalendarDate, type DatePrecision } from '#kernel/calendar-date.ts';
import { matchesIn } from './matches.ts';
import { remembered } from '../remembered.ts';
import { ordinalOfWord } from './ordinals.ts';
import { withoutOverlap } from './overlap.ts';

/** A date in a text, as far as it says: "den 9:e juni" has no year, "i mars 2023" no day. */
export interface FoundDate {
  at: number;
  end: number;
  year: number | null;
  /** 1–12; for a quarter its first month; null for a year or a week without a year. */
  month: number | null;
  day: number | null;
  precision: DatePrecision;
  /** How many months it covers where that is more than one: 3 for a quarter, 6 for half a year. */
  months: number;
  /** ISO week, for "vecka 12". */
  week: number | null;
  /** "utgången av", "slutet av", "sista": its end is meant. "början av": its start. */
  edge: 'start' | 'end' | null;
  /** The turn of a year: its last day as an end, the day after as a start. */
  turn: boolean;
  /** Begun but left blank, as in "2025-12-". */
  incomplete: boolean;
  /** Its year was taken from a date beside it. */
  yearBeside: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH = '(jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|jul(?:i)?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})\\.?';
const YEAR = '((?:19|20|21)\\d\\d)';
const DASH = '[-\\u2010-\\u2015\\u2212]';
const LAST = 'sista?e?';
const ORDINAL = 'första|förste|andra|andre|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugo(?:nde|första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde)|trettio(?:nde|första)';

const pattern = (source: string) => new RegExp(source, 'giu');
const ISO = pattern(`(?<![\\d/])${YEAR}(?:${DASH}(0?[1-9]|1[0-2])${DASH}(0[1-9]|[12]\\d|3[01]|[1-9])|([./])(0?[1-9]|1[0-2])\\4(0?[1-9]|[12]\\d|3[01]))(?![\\d])`);
const SPACED_ISO = pattern(`(?<![\\d/])${YEAR}\\s${DASH}\\s(0[1-9]|1[0-2])\\s${DASH}\\s(0[1-9]|[12]\\d|3[01])(?!\\d)`);
const STARTED = pattern(`(?<![\\d/-])${YEAR}(?:${DASH}(0[1-9]|1[0-2])(?:\\s?${DASH}\\s?(?:[xX_.…]{1,6}|(?=\\s|$|[,.;)])))|${DASH}[xX_.]{1,3}${DASH}[xX_.]{1,3})`);
const YEAR_MONTH = pattern(`(?<![\\d/-])${YEAR}${DASH}(0[1-9]|1[0-2])(?![\\d]|${DASH}\\d)`);
const COMPACT = pattern('(?<![\\d\\p{L}.,/-])(20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?![\\d\\p{L}])');
const SHORT = pattern(`(?<![\\d\\p{L}.,/-])(?<!\\d[ \\u00a0])([0-4]\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?:\\s?${DASH}\\s?([0-4]\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))?(?![\\d\\p{L}]|${DASH}\\d)`);
const SHORT_ISO = pattern(`(?<![\\d\\p{L}.,-])([1-3]\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?![\\d\\p{L}-])`);
const DAY_MONTH = pattern(`(?<![\\p{L}\\d.,:])(?:den\\s+)?(3[01]|[12]\\d|0?[1-9])(?::?[ae]|\\.)?\\s{0,2}${MONTH}(?:[\\s,]{1,2}(?:år\\s)?${YEAR}(?!\\d))?`);
const DAY_BEFORE = pattern(`(?<![\\p{L}\\d.,:/])(3[01]|[12]\\d|[1-9])(?::[ae])?(?=(?:\\s?${DASH}\\s?|,\\s|\\s(?:och|till|respektive|resp\\.|samt)\\s)(?:den\\s)?(?:3[01]|[12]\\d|0?[1-9])(?::[ae])?\\s${MONTH}(?:\\s${YEAR})?)`);
const WORD_DAY = pattern(`(?<![\\p{L}])(?:den\\s+)?(${ORDINAL}|${LAST})(?:\\s+(?:dagen|vardagen|bankdagen)(?:\\s+i)?|\\s+i)?\\s+${MONTH}(?:\\s+månad)?(?:\\s+(?:år\\s)?${YEAR}(?!\\d))?`);
const MONTH_YEAR = pattern(`(?<![\\p{L}\\d]|(?<!\\d)\\d{1,2}(?::[ae])?\\s)${MONTH}(?:\\s+månad)?(?:\\s+månad)?,?\\s+(?:år\\s)?${YEAR}(?![\\d])`);
const MONTH_ALONE = /(?<=[\s(/–-]|^)(?<!(?<!\d)\d{1,2}\s)(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:\s+månad)?(?![\p{L}\d])/gu;
const SLASHED = pattern(`(?<![\\d/.,])([12]\\d|3[01]|0?[1-9])/(1[0-2]|0?[1-9])(?:\\s*[-–/]?\\s*${YEAR}(?!\\d)|[-/](\\d\\d)(?!\\d))`);
const SLASHED_ALONE = pattern('(?<=(?:^|\\s)(?:den|senast|från|till|med|och|samt)\\s)([12]\\d|3[01]|0?[1-9])/(1[0-2]|0?[1-9])(?![\\d/]|\\s*(?:av|delar)\\b)');
const DOTTED = pattern(`(?<![\\d.])(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\.${YEAR}(?!\\d)`);
const TURN = pattern(`(?<!\\p{L})(?:årsskiftet|årsskifte)(?:\\s+${YEAR}(?:\\s?[/–-]\\s?(\\d{4}|\\d\\d))?|\\s+(\\d\\d)/(\\d\\d))?`);
const QUARTER = pattern(`(?<!\\p{L})(?:(?:kvartal|kv\\.?|Q)\\s?([1-4])|(första|andra|tredje|fjärde|sista)\\s+kvartalet)(?!\\d)(?:[\\s,]+(?:år\\s|av\\s|under\\s)?${YEAR})?`);
const HALF = pattern(`(?<!\\p{L})(första|andra)\\s+halvåret(?:\\s+(?:av\\s|under\\s)?${YEAR})?`);
const WEEK = pattern(`(?<!\\p{L})(?:vecka|v\\.)\\s?([1-4]\\d|5[0-3]|[1-9])(?!\\d)(?:[\\s,]+(?:år\\s)?${YEAR})?`);
const YEAR_ALONE = pattern(`(?<![\\p{L}\\d.,:/(-]|\\d[ \\u00a0])${YEAR}(?![\\d:%]|[.,]\\d|\\s?(?:kr|kronor|sek|tkr)|${DASH}\\d|/\\d| \\d{3})`);

/** "vid utgången av 2025", "före årets slut 2026": the last day of a year that stands alone. */
const YEAR_END = pattern(`(?<=(?:utgången|slutet)\\s+av\\s+(?:år\\s+)?|årets\\s+(?:slut|utgång)\\s)${YEAR}(?![\\d/–-])`);
const YEARS = pattern(`(?<![\\p{L}\\d.,:/(-])${YEAR}\\s?${DASH}\\s?${YEAR}(?![\\d/-]|\\s?(?:kr|tkr))`);

/** Without one of these there is no date: most sentences are passed over at once. */
const HINT = /(?:19|20|21)\d\d|\d{6}|\d\/\d|\d\.\d|\d-\d\d-\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|årsskift|kv(?:artal|\.)|q\s?[1-4]|halvår|vecka|v\.\s?\d/i;

/** What stands wherever dates of a kind do: of the twenty ways to write a date, a text with one sign is asked for a few. */
const [YEAR_SIGN, MONTH_SIGN, SIX_DIGITS, SLASH, WORD_SIGN] = [/(?:19|20|21)\d\d/, /jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec/iu, /\d{6}/, /\d\/\d/, /årsskift|kv|q|halvår|vecka|v\./iu];

/** Every date in the text, left to right. A year alone is left out unless `years` is asked for. */
export const datesIn = (text: string, options: { years?: boolean } = {}): FoundDate[] => (options.years ? withYears(text) : withoutYears(text));

const withYears = remembered((text: string) => findDates(text, true));
const withoutYears = remembered((text: string) => findDates(text, false));

function findDates(text: string, isWithYears: boolean): FoundDate[] {
  if (!HINT.test(text)) return [];
  const found: FoundDate[] = [];
  const each = (of: RegExp, read: (match: RegExpMatchArray) => Partial<FoundDate> | null) => {
    for (const match of matchesIn(of, text)) {
      const parts = read(match);
      if (parts && isReal(parts)) found.push({ ...NONE, at: match.index, end: match.index + match[0].trimEnd().replace(/\.$/, '').length, ...parts });
    }
  };
  const [hasYear, hasMonth] = [YEAR_SIGN.test(text), MONTH_SIGN.test(text)];
  if (hasYear) {
    each(ISO, ([, y, m, d, , m2, d2]) => dayOf(y, m ?? m2, d ?? d2));
    each(SPACED_ISO, ([, y, m, d]) => dayOf(y, m, d));
    each(STARTED, ([, y, m]) => ({ year: Number(y), month: m ? Number(m) : null, precision: m ? 'month' : 'year', incomplete: true }));
    each(DOTTED, ([, d, m, y]) => dayOf(y, m, d));
  }
  if (SIX_DIGITS.test(text)) each(COMPACT, ([, y, m, d]) => dayOf(y, m, d));
  each(SHORT_ISO, ([, y, m, d]) => dayOf(`20${y}`, m, d));
  if (SIX_DIGITS.test(text)) shortDates(text, found);
  if (hasMonth) {
    each(DAY_MONTH, ([, d, m, y]) => dayOf(y, monthOf(m!), d));
    each(WORD_DAY, ([, d, m, y]) => wordDay(d!, monthOf(m!), y));
    each(DAY_BEFORE, ([, d, m, y]) => dayOf(y, monthOf(m!), d));
  }
  if (SLASH.test(text)) {
    each(SLASHED, ([, d, m, y, yy]) => dayOf(y ?? (yy && `20${yy}`), m, d));
    each(SLASHED_ALONE, ([, d, m]) => dayOf(undefined, m, d));
  }
  if (hasYear) {
    each(YEAR_MONTH, ([, y, m]) => ({ year: Number(y), month: Number(m), precision: 'month' }));
    each(YEAR_END, ([, y]) => ({ ...dayOf(y, '12', '31'), edge: 'end' }));
  }
  if (WORD_SIGN.test(text)) {
    each(TURN, ([, y, , yy]) => turnOf(y ?? (yy && `20${yy}`)));
    each(QUARTER, ([, n, word, y]) => ({ ...yearOf(y), month: (n ? Number(n) : word!.toLowerCase() === 'sista' ? 4 : ordinalOfWord(word!)!) * 3 - 2, months: 3, precision: 'month' }));
    each(HALF, ([, word, y]) => ({ ...yearOf(y), month: word!.toLowerCase() === 'första' ? 1 : 7, months: 6, precision: 'month' }));
    each(WEEK, ([, w, y]) => ({ ...yearOf(y), week: Number(w), precision: 'day' }));
  }
  if (hasMonth && hasYear) each(MONTH_YEAR, ([, m, y]) => ({ ...yearOf(y), month: Number(monthOf(m!)), precision: 'month' }));
  if (hasMonth) each(MONTH_ALONE, ([, m]) => ({ month: Number(monthOf(m!)), precision: 'month' }));
  if (isWithYears && hasYear) {
    yearRanges(text, found);
    each(YEAR_ALONE, ([, y]) => ({ ...yearOf(y), precision: 'year' }));
  }
  if (found.length === 0) return found;
  return shareYears(text, withoutOverlap(found).map((date) => withEdge(text, date)));
}

/** The first day the date can mean, or null where its year is unknown. */
export function firstDay(date: FoundDate, year = date.year): CalendarDate | null {
  if (year === null) return null;
  if (date.week !== null) return mondayOf(year, date.week);
  if (date.turn) return calendarDate(year + 1, 1, 1);
  return calendarDate(year, date.month ?? 1, date.day ?? 1);
}

/** The last day the date can mean, or null where its year is unknown. */
export function lastDay(date: FoundDate, year = date.year): CalendarDate | null {
  if (year === null) return null;
  if (date.week !== null) return addDays(mondayOf(year, date.week), 6);
  if (date.month === null) return calendarDate(year, 12, 31);
  if (date.day === null) return lastDayOfMonth(year, date.month + date.months - 1);
  return calendarDate(year, date.month, date.day) ?? (date.day <= 31 ? lastDayOfMonth(year, date.month) : null);
}

const NONE = { year: null, month: null, day: null, precision: 'day' as DatePrecision, months: 1, week: null, edge: null, turn: false, incomplete: false, yearBeside: false };

const monthOf = (word: string): string => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);

const yearOf = (year: string | undefined) => ({ year: year === undefined ? null : Number(year) });

const dayOf = (year: string | undefined, month: string | undefined, day: string | undefined): Partial<FoundDate> => ({
  ...yearOf(year), month: Number(month), day: Number(day), precision: 'day',
});

function wordDay(word: string, month: string, year: string | undefined): Partial<FoundDate> {
  if (/^sist/i.test(word)) {
    const day = Number(lastDayOfMonth(Number(year ?? 2023), Number(month)).slice(8));
    return { ...dayOf(year, month, String(day)), edge: 'end' };
  }
  return dayOf(year, month, String(ordinalOfWord(word)));
}

const turnOf = (year: string | undefined): Partial<FoundDate> => ({ ...yearOf(year), month: 12, day: 31, precision: 'day', turn: true });

/** "2024–2026": a first and a last year. */
function yearRanges(text: string, found: FoundDate[]): void {
  for (const match of matchesIn(YEARS, text)) {
    const end = match.index + match[0].length;
    found.push({ ...NONE, at: match.index, end: match.index + 4, year: Number(match[1]), precision: 'year' });
    found.push({ ...NONE, at: end - 4, end, year: Number(match[2]), precision: 'year' });
  }
}

/** "230630-241231", and a lone "230630" where a word before it says it is a date. */
function shortDates(text: string, found: FoundDate[]): void {
  for (const match of matchesIn(SHORT, text)) {
    const [all, y, m, d, y2, m2, d2] = match;
    if (y2 === undefined && !/(?:^|[\s(])(?:den|from|f\.?\s?r\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|tom|till|från|med|senast|datum:?|period(?:en)?:?|start:?|slut:?)\s*$/i.test(text.slice(Math.max(0, match.index - 14), match.index)) && text.trim().length > all.length) continue;
    const second = match.index + all.length - 6;
    for (const [parts, at] of [[dayOf(`20${y}`, m, d), match.index] as const, ...(y2 ? [[dayOf(`20${y2}`, m2, d2), second] as const] : [])]) {
      if (isReal(parts)) found.push({ ...NONE, at, end: at + 6, ...parts });
    }
  }
}

const isReal = ({ year, month, day }: Partial<FoundDate>): boolean => day == null || month == null || calendarDate(year ?? 2024, month, day) !== null;

/** ISO 8601: week 1 is the one with 4 January. */
function mondayOf(year: number, week: number): CalendarDate {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return addDays(`${year}-01-01`, monday - 1);
}

function withEdge(text: string, date: FoundDate): FoundDate {
  const before = text.slice(Math.max(0, date.at - 24), date.at).toLowerCase();
  if (/(?:utgången|utgång|slutet|sista\s+(?:dagen|veckan)|(?:^|\s)slut)\s+(?:av|i|på)?\s*(?:år(?:et)?\s)?$/.test(before)) return { ...date, edge: 'end' };
  if (/(?:början|ingången|inledningen)\s+(?:av|på)\s*(?:år(?:et)?\s)?$/.test(before)) return { ...date, edge: 'start' };
  return date;
}

const BESIDE = /^[\s,.]*(?:(?:och|samt|respektive|resp\.?|eller|till|tom|t\.\s?o\.\s?m\.?|med|fram|den|senast|i|under|dels|resten|hälften|återstoden|[-–—])[\s,]*){0,5}$/i;

/** "den 14 juni året därpå": the year after the one that was named before. */
const YEAR_AFTER = /^\s(?:året (?:därpå|efter)|(?:nästa|nästföljande|påföljande|efterföljande) år)(?!\p{L})/iu;

/** "15 jan, 15 maj och 15 sept 2024": dates in one row share the year that one of them has. */
function shareYears(text: string, dates: FoundDate[]): FoundDate[] {
  const isBeside = (i: number) => i + 1 < dates.length && dates[i + 1]!.at - dates[i]!.end <= 40 && BESIDE.test(text.slice(dates[i]!.end, dates[i + 1]!.at));
  for (let i = dates.length - 2; i >= 0; i -= 1) {
    const [date, next] = [dates[i]!, dates[i + 1]!];
    if (date.year === null && next.year !== null && date.month !== null && next.month !== null && !date.turn && isBeside(i)) {
      dates[i] = { ...date, year: date.month > next.month ? next.year - 1 : next.year, yearBeside: true };
    }
  }
  dates.forEach((date, i) => {
    const before = date.year === null && date.month !== null && YEAR_AFTER.test(text.slice(date.end, date.end + 24)) ? dates.slice(0, i).findLast(({ year }) => year !== null) : undefined;
    if (before) dates[i] = { ...date, year: before.year! + 1, yearBeside: true };
  });
  for (let i = 0; i + 1 < dates.length; i += 1) {
    const [date, next] = [dates[i]!, dates[i + 1]!];
    if (next.year === null && date.year !== null && next.month !== null && date.month !== null && !next.turn && isBeside(i)) {
      dates[i + 1] = { ...next, year: next.month < date.month ? date.year + 1 : date.year, yearBeside: true };
    }
  }
  return dates;
}
