import type { PaymentTerm } from '../../model.ts';
import { subjectsIn } from '../clause/subject.ts';
import type { ReadingContext } from '../context.ts';
import { spanOf } from '../span.ts';
import { dayOf, dayOfRelative, daysOfYearless, type Day, type When } from '../when.ts';
import { eventIn } from './event.ts';
import type { Passage } from './passage.ts';

const YEARLY = /per (?:kalender|verksamhets|budget)?år\b|varje (?:kalender|verksamhets)?år|årligen|årsvis|halvårsvis|kvartalsvis|varje (?:halvår|kvartal|termin)|respektive år|vartdera året/i;
const EACH = /\b(?:vardera|à|á|per (?:gång|tillfälle|utbetalning|termin|kvartal|halvår|månad)|varje gång|var och en)\b|(?:del|ut)betalningar om\b|(?:poster|omgångar|rater|utbetalningar|delbetalningar) (?:om|på|à|á)\b/iu;
const EQUAL = /lika (?:stora )?(?:delar|poster|belopp|del)|lika stora/i;
const REPORTING = /\b(?:rekvirera|rekvisition(?:en)?|faktur(?:a|an|era)|ansökan)\b.{0,60}\bsenast\b/i;
const ORDERLY = /^(?:\S+ ){0,8}(?:andra|tredje|fjärde|sista|resterande|återstående|del(?:betalning|utbetalning)? ?\d|utbetalning ?\d)/i;

/** The payments one passage promises. */
export function instalmentsIn(passage: Passage, ctx: ReadingContext): PaymentTerm[] {
  const { text, money } = passage;
  const due = passage.whens.filter((when) => !when.ofRange && !belongsToReport(text, when));
  const days = due.map((when) => daysOf(when, text, passage, ctx));
  const event = eventIn(text);
  if (days.flat().length === 0) return undated(passage, event, ctx);
  if (REPORTING.test(text) && money.length === 0) return [];
  const amounts = amountsOf(passage, days.length);
  return days.flatMap((some, nth) => some.map((day) => payment(passage, amounts[nth] ?? null, { date: day.date, precision: day.precision, event }, due.length === 1 ? splitOf(passage, ctx) : [])));
}

/** A payment that waits for something, or has no time at all but its amount. */
function undated(passage: Passage, event: PaymentTerm['due']['event'], ctx: ReadingContext): PaymentTerm[] {
  const { money, text } = passage;
  const isTold = /utbetalning|betalas|betalar ut|delbetalning|\butgår\b/i.test(text) || (passage.block.kind === 'item' && money.length > 0);
  if (!isTold) return [];
  if (event === null) return [];
  const sum = money[0]?.sek ?? null;
  if (sum === null && !ORDERLY.test(text) && !/utbetal|betalas/i.test(text)) return [];
  return [payment(passage, sum, { date: null, precision: null, event }, splitOf(passage, ctx))];
}

/** One amount for each date: paired in order, the same for all where each or equal parts is said, else unknown. */
function amountsOf({ text, money, total }: Passage, dates: number): (number | null)[] {
  const sums = money.map((sum) => sum.sek);
  if (sums.length === dates) return dates === 1 ? sums : sums;
  if (dates === 1) return [sums[0] ?? null];
  const each = sums.length > 0 && EACH.test(text) ? sums.at(-1)! : null;
  if (each !== null) return Array<number>(dates).fill(each);
  if (EQUAL.test(text) && total !== null) return Array<number>(dates).fill(Math.round((total / dates) * 100) / 100);
  if (sums.length > dates) return sums.slice(-dates);
  return [];
}

function daysOf(when: When, text: string, passage: Passage, ctx: ReadingContext): Day[] {
  if (when.relative) {
    const day = dayOfRelative(when.relative, ctx.period);
    return day ? [day] : [];
  }
  const day = dayOf(when.found!);
  if (day) return [day];
  return daysOfYearless(when.found!, ctx.period, { every: YEARLY.test(text) || YEARLY.test(passage.lead), yearBack: false, afterEnd: false, last: false });
}

/** "… när slutrapport lämnats senast 7 december": the date is the report's, not the payment's. */
const belongsToReport = (text: string, when: When): boolean => /(?:rapport|redovisning|rekvisition|rekvirera|faktura|lämna(?:s|t)?|inkom\S*|undertecknat|tecknat|beslut)\s(?:\S+ ){0,5}?(?:senast |före |den |daterad |av )*$/i.test(text.slice(Math.max(0, when.at - 80), when.at)) && /\b(?:när|efter|sedan|förutsatt|förutsätter|mot|enligt)\b/i.test(text.slice(0, when.at));

/** Which part of the payment each payer bears, where the passage says so of more than one sum. */
function splitOf(passage: Passage, ctx: ReadingContext): PaymentTerm['split'] {
  if (passage.money.length < 2) return [];
  const subjects = subjectsIn(passage.text, ctx.parties);
  return passage.money.slice(1).flatMap((sum, nth) => {
    const next = passage.money[nth + 2]?.at ?? passage.text.length;
    const payer = subjects.find((subject) => subject.at >= sum.end && subject.end <= next && /\bav\s(?:\S+\s)?$/.test(passage.text.slice(sum.end, subject.at)));
    return payer ? [{ payer: passage.text.slice(payer.at, payer.end), sek: sum.sek }] : [];
  });
}

function payment(passage: Passage, sek: number | null, due: PaymentTerm['due'], split: PaymentTerm['split']): PaymentTerm {
  return {
    sek,
    due,
    split,
    payer: null,
    payee: null,
    account: null,
    text: passage.text,
    certainty: sek === null ? 'likely' : 'certain',
    source: spanOf(passage.block, passage.from, passage.to),
  };
}
