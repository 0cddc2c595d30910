import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.ts';
import type { AgreedPeriod } from '#pure/agreement';
import type { Duty, Ending, Term, Timing } from '../model.ts';
import { dateOf, firstDayOf, outsideOf } from './day.ts';
import { dutiesFromFacts, inTime, type PlanningOptions } from './duties.ts';
import { groundOf, type SourceFact } from './facts.ts';
import { isFinalReport } from './payments.ts';

/**
 * The duties of an agreement that ends early. What is told by the end follows it, and so does the final report; what can no
 * longer come due falls away; what the agreement puts after its end stays. Without an early end: the duties as agreed.
 */
export function dutiesUntil(facts: SourceFact[], ending: Ending | null, options: PlanningOptions = {}): Duty[] {
  const agreed = dutiesFromFacts(facts, options);
  const { term } = groundOf(facts, null, null);
  if (!ending || !endsEarly(term, ending)) return agreed;
  const asAgreed = new Map(agreed.map((duty) => [duty.key, duty]));
  const early = dutiesFromFacts(facts.map((fact) => (fact.kind === 'period' ? endingOn(fact, ending.on) : fact)), options);
  const left = early.flatMap((duty) => atTheEnd(duty, asAgreed.get(duty.key), { agreedEnd: term.end, ...ending }));
  const keys = new Set(left.map(({ key }) => key));
  return left
    .filter(({ timing }) => timing.type !== 'awaits' || timing.duty === null || keys.has(timing.duty))
    .map((duty) => ({ ...duty, outside: outsideOf(duty, { start: term.start, end: ending.on }) }))
    .toSorted(inTime);
}

/** Whether the day lies before the agreed end: an agreement without one ends by it, too. */
export const endsEarly = ({ end }: Pick<Term, 'end'>, { on }: Pick<Ending, 'on'>): boolean => end === null || on < end;

/** The period as if it had been agreed to end that day. */
function endingOn(fact: SourceFact, date: CalendarDate): SourceFact {
  const period = fact.value as AgreedPeriod;
  const end = { date, precision: 'day' as const, derived: false, source: period.end?.source ?? fact.span };
  return { ...fact, value: { ...period, end, openEnded: false }, readValue: fact.readValue ?? fact.value };
}

type End = Ending & { agreedEnd: CalendarDate | null };

/** What becomes of a duty, as planned up to the early end, when that end has come: itself, on another day or not, or nothing. */
function atTheEnd(duty: Duty, agreed: Duty | undefined, end: End): Duty[] {
  const { timing } = duty;
  if (duty.subject === 'last-day-of-notice') return [];
  if (timing.type === 'within') return [{ ...duty, timing: { ...timing, until: end.on } }];
  const moved = followsTheEnd(duty) ? { ...duty, timing: movedWith(timing, end) } : duty;
  const bound = dateOf(moved);
  if (!bound || beforeShift(moved, bound.date) <= end.on || outlives(duty, agreed)) return [moved];
  const stillBegins = firstDayOf(bound.date, bound.precision) <= end.on;
  return stillBegins && timing.type === 'on' ? [{ ...duty, timing: { ...timing, date: end.on, precision: 'day' } }] : [];
}

/** A payment on the last day that banks move to the next stays owed. */
const beforeShift = ({ timing }: Duty, date: CalendarDate): CalendarDate => (timing.type === 'on' && timing.shiftedFrom) || date;

const saidByTheEnd = ({ timing }: Duty): boolean => timing.type === 'on' && typeof timing.basis === 'object' && 'anchor' in timing.basis;

/** A final report with a day of its own, and what is paid against one. */
const followsTheEnd = (duty: Duty): boolean => (isFinalReport(duty) && !saidByTheEnd(duty)) || paidOnFinalReport(duty);

const paidOnFinalReport = ({ timing }: Duty): boolean => timing.type === 'awaits' && timing.event.startsWith('final_report');

/** By its nature after the end: a final report, what is paid against it, and what the agreement itself puts there. */
const outlives = (duty: Duty, agreed: Duty | undefined): boolean => isFinalReport(duty) || paidOnFinalReport(duty) || saidByTheEnd(duty) || agreed?.outside === 'after';

/**
 * As far from the early end as it was from the agreed one, but never later than agreed, and not before anybody knew: then
 * on the last day.
 */
function movedWith(timing: Timing, { on, knownOn, agreedEnd }: End): Timing {
  if ((timing.type !== 'on' && timing.type !== 'awaits') || timing.date === null) return timing;
  const kept = agreedEnd === null ? on : addDays(on, daysBetween(agreedEnd, timing.date));
  const possible = kept < knownOn ? later(on, knownOn) : kept;
  return possible < timing.date ? { ...timing, date: possible, precision: 'day', ...(timing.type === 'on' ? { shiftedFrom: null } : {}) } : timing;
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
