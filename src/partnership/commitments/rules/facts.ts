import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type AgreedPeriod, factsOf, type FactKind, type FactView, type ReadFact, type Reading, type Signatory } from '#pure/agreement';
import type { Duty, DutySource, Term } from '../model.ts';

/** An agreed fact. `readValue` tells what a person has changed in it. */
export type SourceFact = ReadFact & Pick<FactView, 'id'> & Partial<Pick<FactView, 'readValue'>>;

/** What duties are made from besides the fact at hand. */
export interface Ground {
  facts: SourceFact[];
  text: string | null;
  term: Term;
  /** The term before anybody corrected it. */
  termAsRead: Term;
  /** The last day to lay recurring duties out to: the end of the term, or the horizon where it has none. */
  layOutTo: CalendarDate | null;
}

/** The facts of a reading with ids of their own: their kind and place, and a number where several share it. */
export function identified(reading: Reading): SourceFact[] {
  const taken = new Map<string, number>();
  return factsOf(reading).map((fact) => {
    const place = `${fact.kind}-${fact.span.start}-${fact.span.end}`;
    const nth = (taken.get(place) ?? 0) + 1;
    taken.set(place, nth);
    return { ...fact, id: nth === 1 ? place : `${place}-${nth}` };
  });
}

export function groundOf(facts: SourceFact[], text: string | null, horizon: CalendarDate | null): Ground {
  const period = facts.find(({ kind }) => kind === 'period');
  const term = termOf(period?.value);
  return { facts, text, term, termAsRead: period?.readValue ? termOf(period.readValue) : term, layOutTo: term.end ?? horizon };
}

function termOf(value: unknown): Term {
  const period = value as AgreedPeriod | undefined;
  return { start: period?.start?.date ?? null, end: period?.end?.date ?? null };
}

/** The facts of one kind, with their values in the format's shape. */
export const ofKind = <T>(ground: Ground, kind: FactKind): { fact: SourceFact; value: T }[] =>
  ground.facts.filter((fact) => fact.kind === kind).map((fact) => ({ fact, value: fact.value as T }));

/** The day the last signature was set; null unless every signature is dated. */
export function signedOn(ground: Ground): CalendarDate | null {
  const dates = ofKind<Signatory>(ground, 'signatory').map(({ value }) => value.date);
  return dates.length > 0 && dates.every((date) => date !== null) ? dates.sort().at(-1)! : null;
}

export const sourceOf = (ground: Ground, fact: SourceFact, span = fact.span): DutySource => ({
  factId: fact.id,
  span,
  sentence: ground.text === null ? null : ground.text.slice(span.start, span.end),
});

/** A duty from this fact of which nothing is known but what is given. */
export const dutyFrom = (
  ground: Ground,
  fact: SourceFact,
  known: Pick<Duty, 'kind' | 'subject' | 'timing'> & Partial<Duty>,
): Duty => ({ key: fact.id, title: null, wording: null, owner: null, ore: null, ordinal: null, outside: null, source: sourceOf(ground, fact), ...known });
