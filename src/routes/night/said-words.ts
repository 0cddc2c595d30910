import * as m from '#messages';
import type { EntryKind, EventReport, NightPlan, Said } from '#pure/walks';
import { BAND_WORDS, COUNT_WORDS, hourOf, KIND_WORDS } from './words.ts';

/** Those who walk, as far as whoever reads may know them. */
type Company = { company: Pick<NightPlan['company'][number], 'signupId' | 'firstName' | 'me'>[] };

/** What an entry is about, in words: "Västar ut", "Väst för Ada". */
export function fieldWords(kind: EntryKind, about: string | null, { company }: Company): string {
  const one = company.find(({ signupId }) => signupId === about);
  const name = one?.me ? m.night_here() : (one?.firstName ?? m.night_protected());
  if (kind === 'here') return name;
  if (kind === 'vest') return m.night_vest_of({ name });
  if (kind === 'talked') return m.night_debrief();
  if (kind === 'started') return m.night_start();
  if (kind === 'closed') return m.night_close();
  return kind === 'report' ? m.night_report() : COUNT_WORDS[kind]();
}

/** What an entry says, in words. */
export function valueWords(kind: EntryKind, value: Said[EntryKind]): string {
  if (kind === 'here') return { in: m.night_check_in, out: m.night_check_out, not: m.night_not_here }[value as Said['here']]();
  if (kind === 'report') return value ? reportWords(value as EventReport) : m.night_report_take_back();
  return typeof value === 'number' ? String(value) : '–';
}

/** A report in one line: what, how many, how it felt. */
export const reportWords = ({ kinds, young, mood }: EventReport): string => [kinds.map((kind) => KIND_WORDS[kind]()).join(', '), m.night_young_of({ band: BAND_WORDS[young]() }), m.night_mood_of({ mood })].join(' · ');

/** `22.40, Torget`: when and where a report is from. */
export const whenAndWhere = (at: string, { meetingPointId }: EventReport, meetingPoints: NightPlan['meetingPoints']): string => `${hourOf(at)}, ${meetingPoints.find(({ id }) => id === meetingPointId)?.name ?? m.night_other_place()}`;
