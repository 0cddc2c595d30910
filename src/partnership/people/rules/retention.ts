import { z } from 'zod';
import { addMonths, type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import { RECORD_TYPES, type RecordType } from '#kernel/personal-data.ts';

/** How long an organisation has decided that a type of record is kept: so many months, or for ever where there is no number. */
export interface RetentionDecision {
  id: number;
  organisationId: string;
  type: RecordType;
  months: number | null;
  /** The case in which it was decided. */
  caseNumber: string;
  decidedOn: CalendarDate;
  /** The body that decided. */
  decidedBy: string;
  recordedAt: Date;
  recordedBy: string;
}

/** Every type of record: all of them can be disposed of. */
export const DISPOSABLE = Object.keys(RECORD_TYPES) as RecordType[];

export const retentionSchema = z.object({
  type: z.enum(DISPOSABLE as [RecordType]),
  months: z.number().int().min(0).max(1200).nullable(),
  caseNumber: z.string().trim().min(1).max(100),
  decidedOn: z.string().refine(isCalendarDate),
  decidedBy: z.string().trim().min(1).max(200),
});

/** An organisation whose decision counts. */
export interface Deciding {
  organisationId: string;
  sector: 'public' | 'civil' | null;
}

type DecidedForATime = RetentionDecision & { months: number };

/**
 * The decision under which a partnership's records of a type are disposed of, or null where they are kept: every public party
 * must have decided (every party where none is public), and where they differ the longest time holds.
 * `decisions` are of that type, the newest of each organisation.
 * @lagrum Arkivlagen (1990:782) 10 §
 */
export function decisionFor(parties: Deciding[], decisions: RetentionDecision[]): DecidedForATime | null {
  const authorities = parties.filter(({ sector }) => sector === 'public');
  const theirs = (authorities.length > 0 ? authorities : parties).map(({ organisationId }) => decisions.find((decision) => decision.organisationId === organisationId));
  const decided = theirs.filter((decision) => decision !== undefined && decision.months !== null) as DecidedForATime[];
  if (decided.length === 0 || decided.length < theirs.length) return null;
  return decided.reduce((longest, decision) => (decision.months > longest.months ? decision : longest));
}

/** Whether the months have passed: the day after the last day of the time is the first. */
export const isDue = ({ months }: RetentionDecision, from: CalendarDate, today: CalendarDate): boolean => months !== null && addMonths(from, months) < today;
