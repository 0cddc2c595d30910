import { addDays, addMonths, monthsCovered } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';
import { overlaps } from '#kernel/text-span.ts';
import type { Deadline, Steering } from '#pure/agreement';
import type { Duty } from '../model.ts';
import { within } from './deadlines.ts';
import { dutyFrom, type Ground, ofKind, type SourceFact } from './facts.ts';
import { kindSaid } from './kind.ts';
import { occurrencesIn } from './occurrences.ts';

/** The steering group's meetings: one to place in each month or quarter, or as many to place as the agreement counts. */
export const meetingDuties = (ground: Ground): Duty[] =>
  ofKind<Steering>(ground, 'steering').flatMap(({ fact, value }) => {
    if (hasDates(ground, fact)) return [];
    if (value.minMeetings !== null && value.minMeetings > 0) return counted(ground, fact, value, value.minMeetings);
    return value.recurrence ? recurring(ground, fact, value, value.recurrence) : [];
  });

/** The agreement names the days of the group's meetings: then those are the meetings. */
const hasDates = (ground: Ground, steering: SourceFact): boolean =>
  ofKind<Deadline>(ground, 'deadline').some(
    ({ fact, value }) => value.date !== null && kindSaid(value.what) === 'meeting' && (overlaps(fact.span, steering.span) || /styrgrupp|ledningsgrupp|samverkansgrupp/i.test(value.what)),
  );

const meeting = (ground: Ground, fact: SourceFact, { convener }: Steering, of: Pick<Duty, 'key' | 'timing' | 'ordinal'>): Duty =>
  dutyFrom(ground, fact, { kind: 'meeting', subject: 'steering-meeting', owner: convener, ...of });

function recurring(ground: Ground, fact: SourceFact, steering: Steering, recurrence: NonNullable<Steering['recurrence']>): Duty[] {
  const { term, layOutTo } = ground;
  if (recurrence === 'weekly' || !term.start || !layOutTo || layOutTo < term.start) return [meeting(ground, fact, steering, { key: fact.id, ordinal: null, timing: { type: 'recurring', recurrence } })];
  const units = occurrencesIn(recurrence, { start: term.start, end: layOutTo });
  return units.map((unit, index) =>
    meeting(ground, fact, steering, { key: `${fact.id}/${unit.label}`, ordinal: { nth: index + 1, of: units.length }, timing: within(unit) }),
  );
}

function counted(ground: Ground, fact: SourceFact, steering: Steering, least: number): Duty[] {
  const { term, layOutTo } = ground;
  const windows = term.start && layOutTo && layOutTo >= term.start ? windowsOf({ start: term.start, end: layOutTo }, least, steering.perYear) : [];
  const total = windows.reduce((sum, { least: each }) => sum + each, 0);
  if (total === 0) return unplaceable(ground, fact, steering, least);
  let before = 0;
  return windows.flatMap(({ window, least: each }, year) => {
    const start = before;
    before += each;
    return Array.from({ length: each }, (_, index) =>
      meeting(ground, fact, steering, { key: `${fact.id}/${year + 1}.${index + 1}`, ordinal: { nth: start + index + 1, of: total }, timing: within(window) }),
    );
  });
}

const unplaceable = (ground: Ground, fact: SourceFact, steering: Steering, least: number): Duty[] =>
  Array.from({ length: least }, (_, index) =>
    meeting(ground, fact, steering, { key: `${fact.id}/1.${index + 1}`, ordinal: { nth: index + 1, of: least }, timing: { type: 'unsaid' } }),
  );

/**
 * The windows that meetings are counted in: the whole term, or each year from its start. A last year cut short owes its
 * share rounded down; a term shorter than a year owes as many as a year.
 */
function windowsOf(term: Period, least: number, perYear: boolean): { window: Period; least: number }[] {
  if (!perYear) return [{ window: term, least }];
  const windows: { window: Period; least: number }[] = [];
  for (let year = 0, start = term.start; start <= term.end; year++, start = addMonths(term.start, 12 * year)) {
    const end = addDays(addMonths(term.start, 12 * (year + 1)), -1);
    const window = { start, end: end < term.end ? end : term.end };
    const share = end <= term.end || year === 0 ? least : Math.floor((least * monthsCovered(window.start, window.end)) / 12);
    windows.push({ window, least: share });
  }
  return windows;
}
