import { oreFromKronor } from '#kernel/ore.ts';
import { overlaps } from '#kernel/text-span.ts';
import type { Party, PaymentTerm } from '#pure/agreement';
import type { Duty, Timing } from '../model.ts';
import { on } from './day.ts';
import { dutyFrom, type Ground, ofKind, signedOn } from './facts.ts';

/** A duty for each promised payment: on its day, or when what it waits for has happened. */
export const paymentDuties = (ground: Ground): Duty[] =>
  ofKind<PaymentTerm>(ground, 'payment').map(({ fact, value }) =>
    dutyFrom(ground, fact, {
      kind: 'payment',
      subject: 'payment',
      owner: payerOf(ground, value),
      ore: value.sek === null ? null : oreFromKronor(value.sek),
      timing: timingOf(ground, value),
    }),
  );

function timingOf(ground: Ground, { due: { date, precision, event } }: PaymentTerm): Timing {
  if (event === 'start' && date === null) return ground.term.start ? on(ground.term.start, 'day', { anchor: 'start', months: 0, days: 0 }) : { type: 'unsaid' };
  if (event !== null && event !== 'start') {
    const bound = date ? on(date, precision ?? 'day', 'said') : null;
    const metOn = event === 'signed_by_all' ? signedOn(ground) : null;
    return { type: 'awaits', event, duty: null, metOn, date: bound?.type === 'on' ? bound.date : null, precision: date ? (precision ?? 'day') : null };
  }
  return date ? on(date, precision ?? 'day', 'said') : { type: 'unsaid' };
}

/** Payments that wait for something, bound also to the date in a deadline about the same words: "when …, in December". */
export const boundTo = (deadlines: Duty[], payments: Duty[]): Duty[] =>
  payments.map((payment) => {
    const { timing } = payment;
    if (timing.type !== 'awaits' || timing.date !== null) return payment;
    const bound = deadlines.filter(({ kind, source }) => kind === 'payment' && overlaps(source.span, payment.source.span));
    if (bound.length !== 1 || bound[0].timing.type !== 'on') return payment;
    return { ...payment, timing: { ...timing, date: bound[0].timing.date, precision: bound[0].timing.precision } };
  });

/**
 * Who pays. Units that share a payment are their legal person; payers of different parties are no single owner. Where the
 * shares say who, "both" says less: it may be two units of one municipality.
 */
function payerOf(ground: Ground, { payer, split }: PaymentTerm): string | null {
  if (payer && (payer !== 'both' || split.length === 0)) return payer;
  const parties = ofKind<Party>(ground, 'party').map(({ value }) => value);
  const payers = new Set(split.map((share) => parties.find(({ unit }) => isThatUnit(unit, share.payer))?.name ?? share.payer));
  return payers.size === 1 ? [...payers][0] : null;
}

/** "omsorgsförvaltningen" where the parties' list says "Omsorgsförvaltningen (OF), Stadshuset". */
const isThatUnit = (unit: string | null, said: string): boolean => unit !== null && spaced(unit).includes(spaced(said));

const spaced = (words: string): string => ` ${words.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim()} `;

const REPORTS = { interim: /delrapport|delredovis|delårsrapport|halvtidsrapport|lägesrapport|interim/i, final: /slutrapport|slutredovis|slutlig (?:rapport|redovis)/i };
const SURELY_FINAL = /slutrapport/i;

export const isFinalReport = ({ kind, title }: Pick<Duty, 'kind' | 'title'>): boolean => (kind === 'report' || kind === 'follow-up') && title !== null && REPORTS.final.test(title);

/** The duties with each payment that waits for a report tied to that report, where there is no doubt which one it is. */
export function tiedToReports(duties: Duty[]): Duty[] {
  const ties = new Map([...pairs(duties, 'interim'), ...pairs(duties, 'final')]);
  return duties.map((duty) => (ties.has(duty.key) && duty.timing.type === 'awaits' ? { ...duty, timing: { ...duty.timing, duty: ties.get(duty.key)! } } : duty));
}

/** Payment key and report key: one report for all that wait, or as many reports as payments, in order. */
function pairs(duties: Duty[], which: keyof typeof REPORTS): [string, string][] {
  const waiting = duties.filter(({ timing }) => timing.type === 'awaits' && timing.event.startsWith(`${which}_report`));
  const all = duties.filter(({ kind, title }) => (kind === 'report' || kind === 'follow-up') && title !== null && REPORTS[which].test(title));
  const certain = which === 'final' && all.length > 1 ? all.filter(({ title }) => SURELY_FINAL.test(title!)) : all;
  if (certain.length === 1) return waiting.map(({ key }) => [key, certain[0].key]);
  return certain.length === waiting.length ? waiting.map(({ key }, index) => [key, certain[index].key]) : [];
}
