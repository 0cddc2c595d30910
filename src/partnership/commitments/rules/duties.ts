import type { CalendarDate } from '#kernel/calendar-date.ts';
import { overlaps } from '#kernel/text-span.ts';
import type { PaymentTerm, Reading } from '#pure/agreement';
import type { Duty } from '../model.ts';
import { type BankingDayRule, shifted } from './banking-days.ts';
import { dateOf, outsideOf } from './day.ts';
import { deadlineDuties } from './deadlines.ts';
import { type Ground, groundOf, identified, ofKind, type SourceFact } from './facts.ts';
import { meetingDuties } from './meetings.ts';
import { named } from './naming.ts';
import { boundTo, paymentDuties, tiedToReports } from './payments.ts';
import { saidOnce } from './said-once.ts';
import { extensionDuties, goalDuties, stepsMerged, termDuties } from './term.ts';

export interface PlanningOptions {
  /** The text that was read, for the sentence of each duty. */
  text?: string | null;
  /** How far to lay recurring duties out where the agreement has no end. */
  horizon?: CalendarDate | null;
  /** How days that are no banking days are moved; without it no day is. */
  bankingDays?: BankingDayRule | null;
}

/** Every duty that follows from a reading, in order of time. */
export const dutiesFrom = (reading: Reading, options: PlanningOptions = {}): Duty[] => dutiesFromFacts(identified(reading), options);

/**
 * Every duty that follows from agreed facts, in order of time and then of key; those without a day last. The same facts give
 * the same duties with the same keys, in whatever order the facts come. A duty outside the term is flagged.
 */
export function dutiesFromFacts(facts: SourceFact[], { text = null, horizon = null, bankingDays = null }: PlanningOptions = {}): Duty[] {
  const ground = groundOf(facts.toSorted(byPlace), text, horizon);
  const said = deadlineDuties(ground);
  const deadlines = said.filter((duty) => !isSaidElsewhere(ground, duty));
  const agreed = [...boundTo(said, paymentDuties(ground)), ...meetingDuties(ground), ...stepsMerged(deadlines, extensionDuties(ground)), ...goalDuties(ground)];
  const noticeGiven = (duty: Duty) => agreed.some((other) => saysNotice(other) && dateOf(other)?.date === dateOf(duty)?.date);
  const term = termDuties(ground).filter((duty) => duty.subject !== 'last-day-of-notice' || !noticeGiven(duty));
  return tiedToReports(saidOnce(named([...agreed, ...term])).toSorted(inTime))
    .map((duty) => shifted(duty, bankingDays))
    .map((duty) => ({ ...duty, outside: outsideOf(duty, ground.term) }))
    .toSorted(inTime);
}

const saysNotice = ({ kind, wording }: Duty): boolean => kind === 'exit' || (wording !== null && /uppsäg|sagts? upp|säg\w* upp/i.test(wording));

/** A deadline that says again what is read as a payment or as the steering group's meetings. */
function isSaidElsewhere(ground: Ground, { kind, timing, source }: Duty): boolean {
  if (kind === 'payment') return ofKind<PaymentTerm>(ground, 'payment').some(({ fact, value }) => overlaps(fact.span, source.span) && (timing.type !== 'on' || value.due.date === null || value.due.date === timing.date));
  if (kind !== 'meeting' || timing.type === 'on') return false;
  return meetingDuties(ground).some((meeting) => overlaps(meeting.source.span, source.span));
}

const byPlace = (a: SourceFact, b: SourceFact): number => a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : Number(a.id > b.id));

/** By the day they are bound to, those without one last, and then by key. */
export function inTime(a: Duty, b: Duty): number {
  const [dayA, dayB] = [a, b].map((duty) => dateOf(duty)?.date ?? '9999-12-31');
  return dayA === dayB ? (a.key < b.key ? -1 : Number(a.key > b.key)) : dayA < dayB ? -1 : 1;
}
