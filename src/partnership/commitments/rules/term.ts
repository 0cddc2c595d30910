import { addDays, addMonths } from '#kernel/calendar-date.ts';
import { overlaps } from '#kernel/text-span.ts';
import type { AgreedPeriod, Extension, Goal, NoticeTerm } from '#pure/agreement';
import type { Duty, Timing } from '../model.ts';
import { on } from './day.ts';
import { dutyFrom, type Ground, ofKind, sourceOf } from './facts.ts';

/** The steps towards an extension. */
export const extensionDuties = (ground: Ground): Duty[] =>
  ofKind<Extension>(ground, 'extension').flatMap(({ fact, value }) =>
    value.steps.map((step, index) => {
      const sharesPlace = value.steps.findIndex(({ source }) => source.start === step.source.start) < index;
      return dutyFrom(ground, fact, {
        key: `${fact.id}/${step.source.start}${sharesPlace ? `-${index + 1}` : ''}`,
        kind: 'extension',
        subject: 'wording',
        wording: step.what,
        timing: step.date ? on(step.date, step.precision ?? 'day', step.derived ? 'derived' : 'said') : { type: 'unsaid' },
        source: sourceOf(ground, fact, step.source),
      });
    }),
  );

/** A step that is also a deadline is one duty: the deadline, which has an owner, as a step. */
export function stepsMerged(deadlines: Duty[], steps: Duty[]): Duty[] {
  const same = (a: Duty, b: Duty) => overlaps(a.source.span, b.source.span) && a.timing.type === 'on' && b.timing.type === 'on' && a.timing.date === b.timing.date;
  return [
    ...deadlines.map((deadline) => (steps.some((step) => same(step, deadline)) ? { ...deadline, kind: 'extension' as const } : deadline)),
    ...steps.filter((step) => !deadlines.some((deadline) => same(step, deadline))),
  ];
}

/** The last day of the term, and the last day on which notice still ends the agreement before or with it. */
export function termDuties(ground: Ground): Duty[] {
  const { start, end } = ground.term;
  const period = ofKind<AgreedPeriod>(ground, 'period')[0];
  if (!end || !period) return [];
  const span = period.value.end?.source ?? period.fact.span;
  const lastDay = on(end, 'day', { anchor: 'end', months: 0, days: 0 });
  const ending = dutyFrom(ground, period.fact, { kind: 'exit', subject: 'end-of-term', owner: 'both', timing: lastDay, source: sourceOf(ground, period.fact, span) });
  const notice = ofKind<NoticeTerm>(ground, 'notice')[0];
  const months = notice?.value.months;
  if (!months || !Number.isInteger(months)) return [ending];
  // Counted from the day after, so that three months before the end of February is the end of November.
  const date = addDays(addMonths(addDays(end, 1), -months), -1);
  if (start && date < start) return [ending];
  return [
    dutyFrom(ground, notice.fact, { kind: 'exit', subject: 'last-day-of-notice', owner: 'both', timing: on(date, 'day', { anchor: 'end', months: -months, days: 0 }) }),
    ending,
  ];
}

/** The goals that can be found reached or not, at the day they name or at the end of the term. */
export const goalDuties = (ground: Ground): Duty[] =>
  ofKind<Goal>(ground, 'goal')
    .filter(({ value }) => value.target !== null || value.share !== null || value.by !== null)
    .map(({ fact, value }) => dutyFrom(ground, fact, { kind: 'goal', subject: 'wording', wording: value.text, timing: goalTiming(ground, value) }));

function goalTiming({ term }: Ground, { by }: Goal): Timing {
  if (by) return on(by, 'day', 'said');
  return term.end ? on(term.end, 'day', { anchor: 'end', months: 0, days: 0 }) : { type: 'unsaid' };
}
