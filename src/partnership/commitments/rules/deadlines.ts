import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Deadline, Recurrence } from '#pure/agreement';
import type { Basis, Duty, Timing } from '../model.ts';
import { dayAt, lastDayOf, on } from './day.ts';
import { dutyFrom, type Ground, ofKind, type SourceFact } from './facts.ts';
import { kindSaid } from './kind.ts';
import { withWhatItPointsAt } from './pointing-back.ts';
import { daysFrom, type Laid, type Occurrence, occurrencesIn } from './occurrences.ts';

/** A duty for each deadline, and for each time that one which comes back does so. */
export function deadlineDuties(ground: Ground): Duty[] {
  return ofKind<Deadline>(ground, 'deadline').flatMap(({ fact, value }) => {
    const { recurrence } = value;
    const date = dateFrom(ground, fact, value);
    if (recurrence && date === null) return whereverItFalls(ground, fact, value, recurrence);
    if (recurrence && recurrence !== 'weekly' && date !== null && !hasSiblings(ground, fact, recurrence)) return fromTheFirst(ground, fact, value, { recurrence, date });
    return [duty(ground, fact, value, date === null ? { type: 'unsaid' } : on(date, value.precision ?? 'day', basisOf(value)))];
  });
}

function duty(ground: Ground, fact: SourceFact, { what, responsible }: Deadline, timing: Timing, more: Partial<Duty> = {}): Duty {
  const wording = withWhatItPointsAt(ground, fact, what);
  return dutyFrom(ground, fact, { kind: kindSaid(wording), subject: 'wording', wording, owner: responsible, timing, ...more });
}

const basisOf = ({ relative, derived }: Deadline): Basis => relative ?? (derived ? 'derived' : 'said');

/** The date, worked out anew where the term it is told by has been corrected and nobody has set the date by hand. */
function dateFrom(ground: Ground, fact: SourceFact, { date, relative }: Deadline): CalendarDate | null {
  const byHand = fact.readValue !== undefined && fact.readValue.date !== date;
  if (!relative || byHand) return date;
  const termMoved = ground.term[relative.anchor] !== ground.termAsRead[relative.anchor];
  return termMoved || date === null ? dayAt(relative, ground.term) : date;
}

/** Said with a date for each time, as in "1 March 2024 and 1 March 2025": then there are no others. */
const hasSiblings = (ground: Ground, fact: SourceFact, recurrence: Recurrence): boolean =>
  ofKind<Deadline>(ground, 'deadline').some(
    (other) => other.fact.id !== fact.id && other.value.recurrence === recurrence && other.value.date !== null && other.fact.span.start === fact.span.start,
  );

function fromTheFirst(ground: Ground, fact: SourceFact, value: Deadline, { recurrence, date }: { recurrence: Laid; date: CalendarDate }): Duty[] {
  const first = on(date, value.precision ?? 'day', basisOf(value));
  const later = ground.layOutTo ? daysFrom(date, recurrence, ground.layOutTo).slice(1) : [];
  return [
    duty(ground, fact, value, first, { key: `${fact.id}/1` }),
    ...later.map((day, index) => duty(ground, fact, value, on(day, value.precision ?? 'day', { every: recurrence }), { key: `${fact.id}/${index + 2}` })),
  ];
}

/**
 * Once for each calendar unit of the term: due at its end, or to be placed within it where people are to meet. What is done
 * every week is the work itself: one duty, not a hundred and fifty.
 */
function whereverItFalls(ground: Ground, fact: SourceFact, value: Deadline, recurrence: Recurrence): Duty[] {
  const { term, layOutTo } = ground;
  if (recurrence === 'weekly' || !term.start || !layOutTo || layOutTo < term.start) return [duty(ground, fact, value, { type: 'recurring', recurrence })];
  const meets = kindSaid(value.what) === 'meeting';
  return occurrencesIn(recurrence, { start: term.start, end: layOutTo }).map((one) =>
    duty(ground, fact, value, meets ? within(one) : atTheEndOf(one, recurrence), { key: `${fact.id}/${one.label}` }),
  );
}

/** To be placed on a day of the occurrence. */
export const within = ({ start, end }: Pick<Occurrence, 'start' | 'end'>): Timing => ({ type: 'within', from: start, to: end });

/** A month that the term cuts short is due on a day; other occurrences in their last month. */
const atTheEndOf = ({ end }: Occurrence, recurrence: Recurrence): Timing => on(end, end === lastDayOf(end, 'month') ? 'month' : 'day', { every: recurrence });
