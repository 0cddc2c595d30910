import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Named, Walk } from '../model.ts';
import type { EventReport } from '../night/model.ts';

/** Where the office of the coordinating organisation is reached, and what holds when somebody is hurt. Blank is not known. */
export interface Office {
  email: string;
  phone: string | null;
  insured: string | null;
  excluded: string | null;
  toDo: string | null;
  withinDays: number | null;
}

/** Who has the report of a walk by letter: all who hold a role in a party, or one address. */
export interface ReportReader {
  id: string;
  reads: { organisation: Named; role: Role } | { address: string };
}

/** An event report that counts, as it stands. */
export interface EventReported extends Omit<EventReport, 'meetingPointId' | 'noteKept'> {
  id: string;
  walkId: string;
  area: Named;
  /** Null for another place than those that have a name. */
  place: string | null;
  at: Date;
  timeInDoubt: boolean;
}

/** What became of a walk, in figures. */
export interface Walked {
  openedAt: Date;
  closedAt: Date | null;
  walkers: number;
  reports: number;
  /** The bands of all reports added up; the most is unknown where one says more than thirty. */
  young: { least: number; most: number | null };
  mood: number | null;
  vestsOut: number | null;
  vestsBack: number | null;
  debriefed: boolean;
}

/** A walk and what came of it. */
export interface WalkReport {
  walk: Walk;
  walked: Walked;
}

export const INCIDENT_KINDS = ['accident', 'incident'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** An accident, or something that could have become one. */
export interface Incident {
  id: string;
  agreementId: string;
  walk: { id: string; night: CalendarDate; area: string; group: string | null };
  /** The event report that it comes from. */
  reportId: string | null;
  kind: IncidentKind;
  at: Date;
  place: string | null;
  what: string | null;
  recordedAt: Date;
  recordedBy: string;
  toldAt: Date | null;
  seen: { at: Date; by: string } | null;
}

/** Somebody's word that a walked night is ready to be settled. */
export interface Confirmation {
  id: string;
  at: Date;
  by: string;
}

/** What somebody who settles must know of a night: that it is not like the others. */
export type NightException = 'two-areas' | 'few-walkers' | 'never-closed' | 'not-talked-through';

/** A walked night as it is settled: a walk, by which group, with how many, and what is unusual about it. */
export interface WalkedNight {
  walk: Walk;
  walkers: number;
  exceptions: NightException[];
  confirmation: Confirmation | null;
}

/** Where the price of a night stands: the facts of the agreement that money is settled from. */
export interface NightTerms {
  unitPrice: { ore: Ore; factId: string; line: number } | null;
  budgetLine: { label: string; ore: Ore; factId: string; line: number } | null;
  /** How many nights the budget line is enough for, where that comes out even. */
  agreedNights: number | null;
}

/** What a walker has done in a half-year, or in all. */
export interface WalkerHours {
  personId: string;
  walks: number;
  minutes: number;
  courses: { about: string | null; seenOn: CalendarDate }[];
}
