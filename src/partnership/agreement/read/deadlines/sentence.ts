import { overlaps } from '#kernel/text-span.ts';
import type { Deadline } from '../../model.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import type { ReadingContext } from '../context.ts';
import type { Sentence } from '../document.ts';
import type { Passed } from './passed.ts';
import { spanOf } from '../span.ts';
import type { Topic } from '../topic.ts';
import { distanceThereafter } from '../distances.ts';
import { dayOf, daysOfWhen, distant, whensIn, type Day, type When, type Yearless } from '../when.ts';
import { asksForAction, isNamedOnly, PAYING, recurrenceIn, REPORTED } from './cues.ts';

/** What stands around a sentence and may tell what it leaves out. */
export interface Surrounding {
  topic: Topic;
  ctx: ReadingContext;
  /** The heading or the line above. */
  lead: string;
  /** The block is an item of a list of duties: a date in it is a day to do it by. */
  isImplied: boolean;
  /** Whom the list is about. */
  parties: string[] | null;
  /** The sentences before: who hands in "Dessa". */
  passed: Passed;
  /** The days the sentence before set: what "därefter" is counted from. */
  told: Day[];
}

const STEERING = /(?:styrgrupp|ledningsgrupp|samverkansgrupp|arbetsgrupp|partnerskapsgrupp|partnerskapsråd)\S*(?:\s\S+){0,6}?\s(?:sammanträder|träffas|möts|ska träffas|ska sammanträda|har möte)/i;

/** Each date of the sentence by which something is to be done; else, once, what it says is done regularly. */
export function deadlinesInSentence(sentence: Sentence, around: Surrounding): Deadline[] {
  const { text } = sentence;
  const all = whensIn(text);
  const since = around.told;
  around.told = [];
  if (all.length === 0 && !REPORTED.test(text)) {
    around.passed.add(text);
    return [];
  }
  const clauses = clausesOf(text, around.ctx.parties);
  const before = around.passed.about();
  around.passed.add(text);
  const isOfHalfYear = text.includes('halvår') && HALF_PAST.test(text) && REPORTED.test(text) && all.every((when) => when.after === null);
  const recurrence = recurrenceIn(text) ?? (isOfHalfYear && all.length > 1 ? 'half-yearly' : null);
  const later = thereafter(sentence, all, { clauses, around, before, recurrence, since });
  if (later) return later;
  const whens = all.filter((when) => isDue(when, sentence, around));
  if (whens.length > 0 && asksForAction(text, around.lead, around.isImplied, clauses.some((clause) => clause.modality === 'shall'))) {
    const told: Told = { sentence, clauses, around, before, recurrence, isNounFirst: whens.length === 1 || REPORTED.test(text.slice(0, whens[0]!.at)), isAfterEnd: AFTER_END.test(text), isLookingBack: /för (?:det |den )?(?:närmast |närmaste )?föregående|(?:det|den|föregående) (?:gångna|förflutna|avslutade) \p{L}*(?:år|period|säsong)|halvårsrapport|kvartalsrapport|(?:om|för|av) (?:läsåret|verksamhetsåret)(?!\p{L})/iu.test(text) || (recurrence === 'half-yearly' && isOfHalfYear) };
    const found = whens.flatMap((when, nth) => deadlinesAt(when, nth, whens, told));
    around.told = found.flatMap(({ date, precision, derived }) => (date && precision === 'day' ? [{ date, precision, derived }] : []));
    return found;
  }
  if (!recurrence || whens.length > 0 || !REPORTED.test(text) || STEERING.test(text) || around.topic === 'payments') return [];
  return [deadline({ date: null, precision: null, derived: false, recurrence, relative: null, what: text, responsible: responsibleOf(clauses, 0, around, before), certainty: 'likely', source: spanOf(sentence.block, sentence.at, sentence.at + text.length) })];
}

/** "… per den 30 juni och den 31 december; den lämnas senast en månad därefter": each day told in it, or just before it, and so much later. Null where nothing is told so. */
function thereafter({ block, at, text }: Sentence, whens: readonly When[], of: Pick<Told, 'clauses' | 'around' | 'before' | 'recurrence'> & { since: Day[] }): Deadline[] | null {
  const atEnd = whens.find(({ relative }) => relative?.anchor === 'end' && relative.months === 0 && relative.days === 0);
  const length = REPORTED.test(text) || (atEnd && GIVEN_BACK.test(text) && !AMISS.test(text)) ? distanceThereafter(text, atEnd !== undefined) : null;
  if (!length || PAYING.test(text)) return null;
  const own = whens.filter((when) => !when.ofRange && when.found !== null);
  const meant = { every: of.recurrence !== null || own.length > 1, yearBack: false, afterEnd: false, last: false };
  const ended = atEnd && own.length === 0 ? daysOfWhen(atEnd, of.around.ctx.period, meant) : [];
  const days = ended.length > 0 ? ended : own.length > 0 ? own.flatMap((when) => daysOfWhen(when, of.around.ctx.period, meant)) : of.since;
  if (days.length === 0 || days.some((day) => day.precision !== 'day')) return null;
  return days.map(({ date }) => deadline({ date: distant(date, length), precision: 'day', derived: true, recurrence: own.length > 0 ? of.recurrence : null, relative: null, what: text, responsible: responsibleOf(of.clauses, text.length, of.around, of.before), certainty: 'likely', source: spanOf(block, at, at + text.length) }));
}

const GIVEN_BACK = /återför|restitu|(?:betala|lämna)\p{L}* (?:\S+ ){0,2}?(?:tillbaka|åter)|återställ|återlämna/iu;
const AMISS = /i strid|annat (?:än|ändamål)|felaktig/i;

function isDue(when: When, sentence: Sentence, { ctx }: Surrounding): boolean {
  if (when.relative && when.relative.months === 0 && when.relative.days === 0 && IN_CLAUSE.test(sentence.text.slice(0, when.at))) return false;
  if (CONDITION.test(sentence.text.slice(0, when.at)) && /(?<!\p{L})(?:ska|skall|betalar|betalas|måste)(?!\p{L})/u.test(sentence.text.slice(when.end))) return false;
  if (when.relative && when.relative.months === 0 && when.relative.days === 0 && BEFORE_THE_END.test(sentence.text.slice(when.at))) return false;
  if (when.ofRange || when.found?.incomplete || (when.found?.months === 6 && when.found.year === null) || (!when.after && isNamedOnly(sentence.text, when.at))) return false;
  if (when.after) return true;
  if (CONCLUDED.test(sentence.text.slice(when.end, when.end + 24))) return false;
  const span = spanOf(sentence.block, sentence.at + when.at, sentence.at + when.end);
  return ![ctx.period?.start, ctx.period?.end].some((edge) => edge && !edge.derived && overlaps(edge.source, span) && edge.source.end > edge.source.start && when.found !== null);
}

/** "i god tid före avtalets slut, senast den 30 september": the day follows. */
const BEFORE_THE_END = /^(?:före|innan) [^.;]{0,60}?,\s(?:\S+ )?senast (?:den )?\d/iu;

/** "… har den 10 maj 2021 träffats avtal". */
const CONCLUDED = /^\s(?:träffa|slöt|slut|ingå|ingick|teckna|underteckna)(?:ts?|s|des)?(?!\p{L})/u;

/** "Är det pengar kvar den 30 juni ska …": the day a condition looks at. */
const CONDITION = /^(?:om|är|finns|har|blir|uppstår|återstår|kvarstår|överstiger)\s(?:(?!\s(?:ska|skall|måste|betalar|betalas)\s)[^,.;])*$/iu;

/** "Om verkstaden stänger innan avtalet är slut", "medel som vid avtalets upphörande …": a condition, not a day to do something. */
const IN_CLAUSE = /(?:^|\s)(?:om|som|ifall)\s[^,.]*$/i;

interface Told {
  sentence: Sentence;
  clauses: readonly Clause[];
  around: Surrounding;
  before: string[] | null;
  recurrence: Deadline['recurrence'];
  /** The first date follows the report it is said of. */
  isNounFirst: boolean;
  isAfterEnd: boolean;
  /** It tells of the half-year, quarter or year before. */
  isLookingBack: boolean;
}

const AFTER_END = /efter (?:avtal|partnerskap|period|projekt)\S* (?:slut|utgång|upphör)|efter avslutad/i;

function deadlinesAt(when: When, nth: number, whens: When[], told: Told): Deadline[] {
  const { sentence, clauses, around, before } = told;
  const part = sentence.text.slice(whens[nth - 1]?.end ?? 0, whens[nth + 1] ? when.end : sentence.text.length);
  const recurrence = when.relative ? null : when.yearly ? 'yearly' : told.recurrence;
  const first = FIRST_TIME.exec(sentence.text)?.[1] ?? '';
  const days = daysOf(when, { ...meaning(wordsOf(told, whens, nth), recurrence, told), season: seasonBefore(sentence.text, when.at) }, around.ctx).filter(({ date }) => date.slice(0, 4) >= first);
  const kept = days.length > 1 && EVERY_OTHER.test(sentence.text) ? days.filter(({ date }) => (Number(date.slice(0, 4)) - Number(days[0]!.date.slice(0, 4))) % 2 === 0) : days;
  return kept.map((day) =>
    deadline({
      ...day,
      recurrence,
      relative: when.relative,
      what: whatOf(whens.length > 1 && !REPORTED.test(part) ? '' : part, sentence.text),
      responsible: responsibleOf(clauses, when.at, around, before),
      certainty: day.derived && !when.relative ? 'likely' : 'certain',
      source: spanOf(sentence.block, sentence.at, sentence.at + sentence.text.length),
    }),
  );
}

/** "statistik för varje halvår", "för det halvår som gått", "för andra halvåret": a half-year that is over. */
const HALF_PAST = /(?:för|om|avseende|efter|avser) (?:det |varje |respektive |närmast |första |andra |gångna |avslutade |senaste |föregående ){0,3}halvår(?!svis)|halvår(?:et)? (?:som (?:har )?(?:gått|avslutats|förflutit)|senast)|(?:varje|per) halvår,? (?:och )?senast/iu;
/** "i oktober vartannat år, första gången 2026". */
const EVERY_OTHER = /(?<!\p{L})vart ?annat år(?!\p{L})/iu;

/** "… varje år, första gången år 2024": what comes before does not count. */
const FIRST_TIME = /första gången[^.;\d]{0,20}(?:\d{1,2}\s\p{L}{3,9}\s)?(20\d\d)/iu;

/** "under våren 2025, senast den 30 april": the year that was named just before. */
function seasonBefore(text: string, at: number): number | null {
  const year = /(?:våren|hösten|sommaren|vintern)\s(20\d\d),?\s(?:\S+\s){0,2}$/i.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  return year ? Number(year) : null;
}

/** What a date is said of: the words before it where the first date follows its noun, else the words after it. */
function wordsOf({ sentence: { text }, isNounFirst }: Told, whens: When[], nth: number): string {
  return isNounFirst ? text.slice(whens[nth - 1]?.end ?? 0, whens[nth + 1] ? whens[nth]!.end : text.length) : text.slice(whens[nth]!.at, whens[nth + 1]?.at ?? text.length);
}

function daysOf(when: When, meant: Yearless & { season: number | null }, ctx: ReadingContext): Day[] {
  const day = when.found && meant.season !== null && when.found.year === null ? dayOf({ ...when.found, year: meant.season }) : null;
  return day ? [day] : daysOfWhen(when, ctx.period, meant);
}

/** "en reflektion om läsåret": once for every such year. */
const OF_A_YEAR = /(?:om|för|av) (?:läsåret|verksamhetsåret)(?!\p{L})/iu;

/** "Redovisning för föregående år". */
const YEAR_BEFORE = /(?:för|om|av) (?:det |den )?(?:närmaste? )?(?:föregående|gångna|förflutna) (?:verksamhets|kalender|budget)?år(?:et)?(?!\p{L})/iu;

/** Which of the years a date without year belongs to. */
function meaning(part: string, recurrence: Deadline['recurrence'], { isAfterEnd, isLookingBack, sentence }: Told): Yearless {
  const looksAhead = /för (?:det )?(?:nästkommande|följande|kommande|nästa) (?:verksamhets|kalender|budget)?år/i.test(part);
  const ofTheYear = looksAhead || /(?:kalender|verksamhets|budget)års (?:utgång|slut)|påföljande år|efterföljande år|året därpå|(?:året )?efter verksamhetsåret|nästföljande år|följande år för det gångna|varje årsslut|efter årsslutet/i.test(part) || YEAR_BEFORE.test(part);
  const every = recurrence !== null || OF_A_YEAR.test(sentence.text) || (ofTheYear && !isAfterEnd);
  const nextYear = !looksAhead && /års (?:utgång|slut)|årsslut|året efter|året därpå|påföljande|följande år|nästkommande|efterföljande/i.test(part);
  return {
    every,
    monthsBack: recurrence === 'quarterly' ? 3 : recurrence === 'half-yearly' || (recurrence === null && YEAR_BEFORE.test(part)) ? 6 : 11,
    yearBack: every && (nextYear || isLookingBack || /slutrapport|slutredovis|verksamhetsberättelse|årsredovisning|(?<!\p{L})årsrap|bokslut|årsbokslut|revisionsberättelse/iu.test(part)),
    afterEnd: !every && (nextYear || isAfterEnd),
    isReport: REPORTED.test(part),
    last: !every && /slutrapport|slutredovis|slutlig|slututvärder|slutkonferens/i.test(part),
  };
}

/** The party whose clause the date stands in; else whom the list or the sentence before is about. */
function responsibleOf(clauses: readonly Clause[], at: number, around: Surrounding, before: string[] | null): string | null {
  const own = lastBefore(clauses, at) ?? clauses[0];
  const parties = own?.parties ?? around.parties ?? (around.topic === 'follow-up' || around.topic === 'commitments' ? before : null);
  if (!parties) return null;
  return parties.length === 1 ? parties[0]! : null;
}

/** The last clause whose verb stands before a place; found by halving, as a line may hold thousands. */
function lastBefore(clauses: readonly Clause[], at: number): Clause | undefined {
  let low = -1;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (clauses[middle]!.verbAt <= at) low = middle;
    else high = middle - 1;
  }
  return clauses[low];
}

function whatOf(part: string, whole: string): string {
  const words = part.replace(/^[\s,;:–-]+(?:(?:och|samt|respektive)\s+)?/, '').replace(/[\s,;]+$/, '');
  return (/\p{L}{4}.*\s.*\p{L}{4}/u.test(words) ? words : whole).slice(0, 300);
}

const deadline = (of: Deadline): Deadline => of;
