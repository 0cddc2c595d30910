import type { Found } from '#kernel/free-text/screen.ts';
import { sameValue } from '#kernel/same-value.ts';
import type { EventReport } from '#pure/walks';

/** A report that is being tapped: what must be answered may be open still. */
export type Draft = Omit<EventReport, 'meetingPointId' | 'young' | 'mood'> & { meetingPointId: string | null | undefined; young: EventReport['young'] | undefined; mood: number | undefined };

export const emptyDraft = (): Draft => ({ meetingPointId: undefined, kinds: [], young: undefined, mood: undefined, deeds: [], contacts: [], injury: false, foundToPolice: false, note: null, noteKept: false });

/** Whether nothing has been tapped or written. */
export const isEmpty = (draft: Draft): boolean => sameValue({ ...draft, note: draft.note || null }, emptyDraft());

/** The text without what was found in it. */
export const without = (note: string, found: Found[]): string => [...found].reverse().reduce((text, { span }) => text.slice(0, span.start) + text.slice(span.end), note).replace(/ {2,}/g, ' ').trim();

/** The questions that must be answered and are not. */
export function missingIn({ meetingPointId, kinds, young, mood }: Draft): Set<'place' | 'kinds' | 'young' | 'mood'> {
  const open = { place: meetingPointId === undefined, kinds: kinds.length === 0, young: young === undefined, mood: mood === undefined };
  return new Set((Object.keys(open) as (keyof typeof open)[]).filter((question) => open[question]));
}

/** Puts it among the chosen, or takes it away; what excludes the rest stands alone. */
export function tapped<Value>(chosen: Value[], value: Value, alone?: Value): Value[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  return value === alone ? [value] : [...chosen.filter((other) => other !== alone), value];
}
