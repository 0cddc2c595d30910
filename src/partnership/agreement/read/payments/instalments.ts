import type { PaymentTerm } from '../../model.ts';
import type { ReadingContext } from '../context.ts';
import { firstDay } from '../lex/dates.ts';
import { moneyIn, type Money } from '../lex/money.ts';
import { numeral } from '../lex/numerals.ts';
import { spanOf } from '../span.ts';
import { daysOfWhen, whensIn, type Day, type When } from '../when.ts';
import { eventIn } from './event.ts';
import { namedGrant } from './grants.ts';
import { isForReceipts, type Passage } from './passage.ts';
import { partsOf, sharesIn, WAITS } from './parts.ts';
import { splitOf } from './split.ts';
import { CEILING, isEachTime, justStated, priceBefore, repeatedSum, rhythmicSum } from './stated.ts';
import { bearersInTable, sumsForYears, yearlySumsTold, yearSumBefore } from './yearly-sums.ts';

const YEARLY = /per (?:kalender|verksamhets|budget)?år(?!\p{L})|varje (?:kalender|verksamhets)?år(?!\p{L})|om året|årligen|årsvis|halvårsvis|kvartalsvis|varje (?:halvår|kvartal|termin)|respektive år|vartdera året/iu;
const REGULARLY = /kvartalsvis|halvårsvis|månadsvis|årsvis|terminsvis|årligen|varje (?:kvartal|halvår|månad|termin|år)|per (?:kvartal|termin|halvår)|(?:tolftedel|fjärdedel)(?:ar)? (?:i|per|varje)|i (?:förskott|efterskott)/i;
const EACH = /(?<!\p{L})(?:vardera|à|á|per (?:gång|tillfälle|utbetalning|termin|kvartal|halvår|månad|rekvisition)|varje gång|var och en)(?!\p{L})|(?:poster|omgångar|rater|utbetalningar|delbetalningar|delar) (?:om|på|à|á)(?!\p{L})/iu;
const EQUAL = /lika (?:stora )?(?:delar|poster|belopp|del)|lika stora/i;
const AT_ONCE = /klumpsumma|engångsbelopp|i sin helhet|vid ett tillfälle|en(?:da)? utbetalning|i ett för allt/i;
/** Sending a claim or an invoice is no payment, and its last day no day of payment. */
const CLAIMING = /rekvirera(?:r|s)?(?!\p{L})|(?:skickar|sänder|lämnar|inkommer med|ställer ut|skicka|sända|inkomma med|lämna) (?:in )?(?:en )?(?:rekvisition|faktura|räkning)|(?:rekvisition(?:en)?|faktura(?:n)?) (?:ska |skall )?(?:skickas|sänds|lämnas|inlämnas|inges|inkomma|ha inkommit|vara)|sista dag för rekvisition|(?:rekvisition|faktura|underlag|räkning)(?:en|n)?(?: (?:för|avseende) \p{L}+)? ska(?:ll)? (?:vara|ha (?:kommit|inkommit|lämnats|skickats))|(?:rekvisition|faktura|underlag|räkning)\p{L}*,? som ska|(?:rekvisition|faktura|underlag|räkning)\p{L}* (?:\S+ ){0,5}tillhanda senast/iu;
/** "Klubben rekvirerar medel kvartalsvis", "faktureras efter varje lov": what is claimed again and again is paid as often. */
const CLAIMED_REGULARLY = /(?:(?:fakturer|rekvirer)(?:ar|as)|(?:skickar|sänder|lämnar|ställer ut) (?:in )?(?:en |sin )?(?:räkning|faktura|rekvisition)|(?:räkning|faktura|rekvisition)(?:en|n)? (?:skickas|sänds|lämnas|ställs ut|görs)|(?:fakturering|rekvisition)(?:en)? (?:sker|görs))(?!\p{L})[^.]{0,80}?(?:kvartalsvis|halvårsvis|månadsvis|årsvis|terminsvis|varje (?:kvartal|halvår|månad|termin)|gånger (?:per|om) år(?:et)?|gånger årligen|efter varje|efter (?:säsongen|läsåret|terminen|kvartalet|halvåret)s (?:slut|utgång)|i efterskott|i förskott)/iu;
const PROMISE = /utbetal(?!d|at)|förs över|för över|fört över|finns på (?:\S+ )?konto|verkställs|betalas|betalar|delbetalning|slutbetalning|betalning(?:en)? (?:sker|görs)|erläggs|utgår|överför|erlägger|(?:sätts|sätter|insätts) in|(?:hälften|resten|pengarna|bidraget|beloppet) (?:\S+ )?(?:kommer|skickas)|(?:lämnar|ger|tillskjuter|bidrar|ersätt(?:er|s))(?!\p{L})/iu;

/** The payments one passage promises. */
export function instalmentsIn(passage: Passage, ctx: ReadingContext): PaymentTerm[] {
  const parts = partsOf(passage);
  const isPart = parts.length > 1;
  return parts.flatMap((one) => instalmentsOf(one, isPart, ctx));
}

function instalmentsOf(passage: Passage, isPart: boolean, ctx: ReadingContext): PaymentTerm[] {
  const { text } = passage;
  const isClaim = CLAIMING.test(text);
  const every = YEARLY.test(text) || YEARLY.test(passage.lead);
  const first = passage.whens.length > 1 ? passage.whens.find((when) => FIRST_TIME.test(text.slice(Math.max(0, when.at - 40), when.at))) : undefined;
  const due = isClaim && !CLAIMED_THEN_PAID.test(text) ? [] : passage.whens.filter((when) => !when.ofRange && when !== first && !belongsToReport(text, when) && !OF_TIME.test(text.slice(Math.max(0, when.at - 40), when.at)));
  const since = OF_TIME_SAID.test(passage.lead) ? whensIn(passage.lead).find((when) => when.found?.year && OF_TIME.test(passage.lead.slice(Math.max(0, when.at - 40), when.at))) : undefined;
  const from = (since && firstDay(since.found!)) ?? (first?.found?.year ? firstDay(first.found) : null) ?? '';
  const year = OF_YEAR.exec(text)?.[1] ?? (isPart ? OF_YEAR.exec(passage.lead.slice(-240).replace(/^.*[.!?]\s/, ''))?.[1] : undefined);
  const days = due.map((when) => daysOf(when, every || (year !== undefined && when.found?.year === null), ctx).filter(({ date }) => date >= from && (year === undefined || when.found?.year !== null || date.startsWith(year))));
  const event = isClaim ? claimOf(text) : (eventIn(text) ?? (PAID_WITHIN.test(text) ? eventIn(passage.lead) : isForReceipts(passage) ? 'claim_received' : null));
  if (days.flat().length === 0) return undated(passage, event, isClaim, isPart, ctx);
  const amounts = amountsOf(passage, days.length, isPart, ctx);
  const each = amounts.every((amount) => amount === null) ? sumsTogether(passage, ctx) : [];
  if (each.length > 1) return each.flatMap(({ sek, payee }) => days.flat().map((day) => ({ ...payment(passage, sek, { date: day.date, precision: day.precision, event }, []), payee })));
  const byYear = due.length === 1 && !passage.isShare ? (yearlySums(passage, days[0]!.length) ?? (passage.money.length === 0 ? sumsForYears(passage, days[0]!.length, ctx) : null)) : null;
  if (byYear && byYear.length > 1) return byYear.flatMap((sums) => days[0]!.map((day, year) => payment(passage, sums[year]!, { date: day.date, precision: day.precision, event }, [])));
  return days.flatMap((some, nth) => some.map((day, year) => payment(passage, byYear?.[0]?.[year] ?? amounts[nth] ?? null, { date: day.date, precision: day.precision, event }, due.length === 1 ? (byYear?.[0] ? bearersInTable(passage, byYear[0][year]!, ctx) : null) ?? splitOf(passage) : [])));
}

/** "i januari varje år, första gången i januari 2025": since when, and no day of its own. */
const FIRST_TIME = /(?<!\p{L})(?:första gången|med början|med start|första utbetalningen(?: sker| görs)?)\s(?:senast\s)?(?:den\s|i\s)?$/iu;
/** "Bidraget för 2026 betalas ut med hälften den 15 februari och hälften den 15 augusti". */
const OF_YEAR = /^\W*(?:\p{L}*bidraget|\p{L}*ersättningen|\p{L}*stödet|medlen|pengarna|beloppet|summan) för (?:år |kalenderåret |verksamhetsåret )?(20\d\d)\s(?=(?:ut)?betalas|sätts|rekvireras|överförs|kommer)/iu;

/** "För tiden från och med den 1 juli 2024 lämnar kommunen …": what the sum is for, not when it is paid. */
const OF_TIME = /(?<!\p{L})tiden från(?: och med)?\s(?:den\s)?$/iu;
const OF_TIME_SAID = /(?<!\p{L})tiden från/iu;

/** "Bidraget rekvireras senast den 1 mars och den 1 oktober och betalas med hälften varje gång": claim and payment in one. */
const CLAIMED_THEN_PAID = /rekvirera?s(?!\p{L})[^.]*(?<!\p{L})(?:och|samt) (?:(?:ut)?betalas|betalar)(?!\p{L})/iu;
const claimOf = (text: string): 'claim_received' | 'invoice_received' => (/faktura|räkning/i.test(text) && !/rekvi/i.test(text) ? 'invoice_received' : 'claim_received');

/** "Föreningen skickar en rekvisition efter varje termin. Utbetalning sker inom 20 dagar." */
const PAID_WITHIN = /^(?:utbetalning(?:en)?|betalning(?:en)?|bidraget|ersättningen|beloppet) (?:sker|görs|betalas(?: ut)?|utbetalas) (?:sedan |därefter )?inom (?:\S+ )?(?:bank|arbets|var)?dagar(?!\p{L})/iu;

/** "… som utbetalas när handboken är klar": a condition that is no event we know by name. */
const WAITING = /(?:utbetalas|betalas(?: ut)?|betalar|utbetalar) (?:\S+ ){0,2}?(?:när|sedan|så snart)(?!\p{L})/iu;

/** "300 000 kr för 2025 och 250 000 kr för 2026, senast den 1 februari respektive år": as many sums as years, in order. */
function yearlySums({ text, money, lead }: Passage, years: number): number[][] | null {
  if (years < 2) return null;
  const own = money.length > 0 ? money : /respektive år/i.test(text) ? moneyIn(lead) : [];
  return own.length === years && own.every((sum) => sum.per === null) ? [own.map((sum) => sum.sek)] : null;
}

/** A payment that waits for something, or that only its rhythm is told of. */
function undated(passage: Passage, event: PaymentTerm['due']['event'], isClaim: boolean, isPart: boolean, ctx: ReadingContext): PaymentTerm[] {
  const { text, money } = passage;
  if (money.length < 2 && CLAIMED_REGULARLY.test(text)) return [payment(passage, money[0]?.sek ?? rhythmicSum(passage), { date: null, precision: null, event: event ?? claimOf(text) }, [])];
  if (CLAIMED_AND_PAID.test(text)) return [payment(passage, null, { date: null, precision: null, event }, [])];
  if (isClaim && money.length === 0 && !/(?<!\p{L})mot (?:en )?(?:rekvisition|faktura)/iu.test(text)) return [];
  if (isPart && passage.isShare && WAITS.test(text)) return [payment(passage, passage.money[0]?.sek ?? null, { date: null, precision: null, event }, [])];
  const isPromised = isPart || PROMISE.test(text) || isClaim || (passage.block.kind === 'item' && event !== null && PROMISE.test(passage.lead)) || (passage.block.kind === 'item' && money.length > 0) || (money.length > 0 && (event === 'invoice_received' || event === 'claim_received'));
  if (!isPromised || (event === null && !isMonthly(passage) && !(REGULARLY.test(text) && PROMISE.test(text)) && !AT_ONCE.test(text) && !(money.length > 0 && WAITING.test(text)))) return [];
  const [amount] = amountsOf(passage, 1, isPart, ctx);
  const isPrice = money.length === 1 && money[0]!.per === 'occasion' && isForReceipts(passage);
  return [payment(passage, isPrice ? null : (amount ?? (money.length === 0 ? rhythmicSum(passage) : null)), { date: null, precision: null, event }, splitOf(passage))];
}

/** "Kommunen betalar 7 500 kr i månaden": a sum for each month is paid each month. */
const isMonthly = ({ text, money: [sum, ...more] }: Passage): boolean => sum !== undefined && more.length === 0 && sum.per === 'month' && /(?<!\p{L})(?:betalar|utbetalar|betalas|utbetalas|utgår|utges|erlägger|överför|sätter in|sätts in)(?!\p{L})/iu.test(text);

/** "Klubben rekvirerar bidraget senast den 31 januari och kommunen betalar inom 30 dagar". */
const CLAIMED_AND_PAID = /(?:rekvirer|fakturer)ar(?!\p{L})[^.]*(?<!\p{L})(?:och|varefter) (?:\p{L}+ )?(?:(?:ut)?betalar|(?:ut)?betalas)(?!\p{L})/iu;

/** One amount for each date: paired in order, the same for all where each or equal parts is said, else unknown. */
function amountsOf(passage: Passage, dates: number, isPart: boolean, ctx: ReadingContext): (number | null)[] {
  const { text, total } = passage;
  if (passage.isShare) return passage.money.map((sum) => sum.sek).slice(0, 1);
  const money = passage.money.filter((sum) => isPaidOut(sum, text) && !CEILING.test(text.slice(Math.max(0, sum.at - 30), sum.at)));
  const sums = money.map((sum) => sum.sek);
  if (sums.length === 0 && dates > 1 && EQUAL.test(text) && total !== null && moneyIn(passage.lead).length < 2) return Array<number>(dates).fill(inParts(total, dates, text));
  if (sums.length === 0) return Array<number | null>(dates).fill(passage.money.length > 0 ? null : (namedGrant(passage, ctx) ?? priceBefore(passage) ?? (dates === 1 && !isPart ? justStated(passage) : null) ?? (dates > 1 && !isPart ? repeatedSum(passage, passage.whens) : null) ?? (dates === 1 && !passage.isShare && OF_YEAR.test(text) ? yearSumBefore(passage, ctx) : null) ?? (AT_ONCE.test(text) ? total : null)));
  if (dates === 1) return [sums[0]!];
  const each = money.find((sum) => RHYTHM.test(text.slice(0, sum.at)) || IN_PARTS_OF.test(text.slice(0, sum.at)) || EVERY_TIME.test(text.slice(sum.end, sum.end + 50)));
  if (each) return Array<number>(dates).fill(each.sek);
  if (isEachTime(passage.money)) return Array<number>(dates).fill(sums.at(-1)!);
  if (sums.length === dates) return sums;
  if (EACH.test(text) || (sums.length === 1 && isPart)) return Array<number>(dates).fill(sums.at(-1)!);
  if (EQUAL.test(text) && total !== null) return Array<number>(dates).fill(inParts(total, dates, text));
  return sums.length > dates ? sums.slice(-dates) : [];
}

/** "i två omgångar om 12 500 kr". */
const IN_PARTS_OF = /(?:poster|omgångar|rater|utbetalningar|delbetalningar|delar) (?:om|på|à|á)\s$/iu;
/** "med 180 000 kr i början av varje kvartal: den 10 januari, …". */
const EVERY_TIME = /^\s(?:(?:i|vid|före|efter) (?:början|slutet|ingången|utgången) av |inför |i |under |vid |för )?(?:varje|vart) (?:kvartal|halvår|termin|månad|tillfälle|gång|utbetalning|säsong|läsår)(?!\p{L})/iu;
/** "kvartalsvis i förskott med 215 000 kronor": the sum is of one quarter. */
const RHYTHM = /(?<!\p{L})(?:kvartals|halvårs|månads|termins|års)vis[^.]{0,40}?(?<!\p{L})(?:med|om|à)\s(?:ca\s)?$/iu;

const inParts = (total: number, dates: number, text: string): number => Math.round((total / (partsSaid(text) ?? dates)) * 100) / 100;

/** "i fyra lika stora delar", of which not every day may be told. */
function partsSaid(text: string): number | null {
  const count = /(?<![\p{L}\d])(\d{1,2}|\p{L}{2,5}) (?:lika (?:stora )?)?(?:delar|poster|belopp|rater)(?!\p{L})/iu.exec(text)?.[1];
  return count ? (numeral(count.toLowerCase()) ?? (Number(count) || null)) : null;
}

/** "Kommunen lämnar klubben 35 tkr per år och kören 12 tkr per år. Bidragen betalas ut i februari.": each of the sums that the sentence before states. */
function sumsTogether(passage: Passage, ctx: ReadingContext): { sek: number; payee: string | null }[] {
  const { text, lead } = passage;
  if (!ALL_OF_THEM.test(text) || sharesIn(text).length > 0 || EQUAL.test(text)) return [];
  const sums = moneyIn(lead);
  if (sums.length > 1 && sums.every((sum) => sum.per === 'year')) return sums.map(({ sek }) => ({ sek, payee: null }));
  return yearlySumsTold(passage, ctx);
}

const ALL_OF_THEM = /^(?:årsbeloppen|de (?:fasta|årliga) (?:beloppen|bidragen|ersättningarna)|årsbidragen|de båda (?:bidragen|beloppen)|bidragen|beloppen|ersättningarna|summorna|anslagen|båda bidragen)\s/iu;

/** A price is what is paid only where the payment keeps the same time: "per kvartal" and "kvartalsvis". */
function isPaidOut(sum: Money, text: string): boolean {
  if (sum.per === null) return true;
  if (sum.per === 'quarter') return /kvartal/i.test(text);
  if (sum.per === 'half-year') return /halvår|termin/i.test(text);
  if (sum.per === 'month') return /månadsvis|varje månad|månatlig/i.test(text) || !/kvartal|halvår|termin|årsvis|årligen|varje år/i.test(text);
  if (sum.per === 'year') return !/kvartalsvis|halvårsvis|månadsvis|tolftedel|fjärdedel|hälften|i månaden|i kvartalet|(?:delar|omgångar|poster|rater|tillfällen|delbetalningar)/i.test(text);
  return sum.per === 'occasion' || /utbetalning|rekvisition|delbetalning|omgång|termin/i.test(sum.per);
}

const daysOf = (when: When, every: boolean, ctx: ReadingContext): Day[] => daysOfWhen(when, ctx.period, { every, yearBack: false, afterEnd: false, last: false });

/** "… mot lista som lämnas in i maj": the day of the list. */
const HANDED_IN = /(?<!\p{L})som (?:ska(?:ll)? )?(?:\S+ )?(?:lämnas|skickas|sänds|inkommer|inlämnas|har lämnats|inkommit)(?!\p{L})[^,.;]*$/iu;

/** "… när slutrapport lämnats senast 7 december": the date is the report's, not the payment's. */
const belongsToReport = (text: string, when: When): boolean => {
  const before = text.slice(Math.max(0, when.at - 100), when.at);
  return HANDED_IN.test(before) || /(?:rapport|redovisning|undertecknat|tecknat|beslut)\S*\s(?:\S+ ){0,5}?$/i.test(before) && /(?<!\p{L})(?:när|efter|sedan|förutsatt|förutsätter|mot|enligt)(?!\p{L})/iu.test(before);
};

function payment(passage: Passage, sek: number | null, due: PaymentTerm['due'], split: PaymentTerm['split']): PaymentTerm {
  return {
    sek,
    due,
    split,
    payer: null,
    payee: null,
    account: null,
    text: passage.text.trim(),
    certainty: sek === null ? 'likely' : 'certain',
    source: spanOf(passage.block, passage.from, passage.to),
  };
}
