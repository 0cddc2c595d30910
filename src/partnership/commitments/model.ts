import { z } from 'zod';
import { type CalendarDate, type DatePrecision, isCalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';
import type { Period } from '#kernel/period.ts';
import type { TextSpan } from '#kernel/text-span.ts';
import type { PaymentEvent, Recurrence } from '#pure/agreement';

const DUTY_KINDS = ['report', 'payment', 'meeting', 'extension', 'exit', 'follow-up', 'goal', 'other'] as const;

export type DutyKind = (typeof DUTY_KINDS)[number];

/** What a duty is about: the agreement's own words, or something the program has a name for. */
export type Subject = 'wording' | 'payment' | 'steering-meeting' | 'last-day-of-notice' | 'end-of-term';

/** How the day of a duty is known. */
export type Basis =
  | 'said'
  /** The reader worked it out, such as the year of "9 juni". */
  | 'derived'
  /** A person has put it on this day. */
  | 'placed'
  | { anchor: 'start' | 'end'; months: number; days: number }
  | { every: Recurrence };

/** When a duty is to be done. A month or a year is written as its last day. */
export type Timing =
  | {
      type: 'on';
      date: CalendarDate;
      precision: DatePrecision;
      basis: Basis;
      /** The day before it was moved to a banking day; null where it was not moved. */
      shiftedFrom: CalendarDate | null;
    }
  /** Any day of the window; which one is still to be decided. */
  | {
      type: 'within';
      from: CalendarDate;
      to: CalendarDate;
      /** The last day that may be chosen at all, where the agreement ends early. */
      until?: CalendarDate;
    }
  | {
      type: 'awaits';
      event: PaymentEvent;
      /** The duty whose completion is the event, where the agreement leaves no doubt which. */
      duty: string | null;
      /** The day the event is known from the agreement to have happened. */
      metOn: CalendarDate | null;
      /** The day it is also bound to, as in "when the final report has come in, in December". */
      date: CalendarDate | null;
      precision: DatePrecision | null;
    }
  /** It comes back: every week, or in a period that is not known. */
  | { type: 'recurring'; recurrence: Recurrence }
  /** The agreement does not say when. */
  | { type: 'unsaid' };

/** Something the agreement says shall be done or will happen. */
export interface Duty {
  /** The same for the same duty however often it is planned: the fact, and which of its occurrences. */
  key: string;
  kind: DutyKind;
  subject: Subject;
  /** What the agreement calls it, or its words where it has no name; null for subjects that the program has words for. */
  title: string | null;
  /** The agreement's words about it as they were read. */
  wording: string | null;
  /** A party's name, "both", or null where the agreement does not say. */
  owner: string | null;
  ore: Ore | null;
  /** Which one it is of how many: the second of (at least) four. */
  ordinal: { nth: number; of: number } | null;
  timing: Timing;
  /** Flagged when its day lies before or after the agreement's period. */
  outside: 'before' | 'after' | null;
  source: DutySource;
}

/** Where in the agreement a duty comes from. */
export interface DutySource {
  factId: string;
  span: TextSpan;
  /** The words at the span; null when planned without the text. */
  sentence: string | null;
}

/** A period of which either end may be unknown. */
export type Term = { [end in keyof Period]: Period[end] | null };

/** That the agreement ends before its agreed end, by notice or rescission, and since when that is known. */
export interface Ending {
  on: CalendarDate;
  knownOn: CalendarDate;
}

/** A step that people have set beside the agreement, to be followed as its duties are. `key` is its own among all duties. */
export interface Beside {
  key: string;
  kind: DutyKind;
  title: string;
  date: CalendarDate;
}

/** That a duty was done: by whom, which day, and what shows it. */
export interface Completion {
  doneOn: CalendarDate;
  evidence: string | null;
  recordedBy: string;
  recordedAt: Date;
}

/** That a duty no longer applies, and why. */
export interface Cancellation {
  reason: string;
  recordedBy: string;
  recordedAt: Date;
}

/** The day somebody has chosen for a duty that was to be placed. */
export interface Placement {
  date: CalendarDate;
  recordedBy: string;
  recordedAt: Date;
}

export type DutyState = 'coming' | 'soon' | 'late' | 'done' | 'cancelled' | 'waiting';

const day = z.string().refine(isCalendarDate);

/** Free texts that the writer has looked at and keeps as they are. */
const lookedAt = z.array(z.string()).optional();
export const completionSchema = z.object({ doneOn: day, evidence: z.string().trim().max(2000).nullable(), lookedAt });
export const cancellationSchema = z.object({ reason: z.string().trim().min(1).max(2000), lookedAt });
export const placementSchema = z.object({ date: day });

/** A duty, on the day somebody has chosen for it where one has, with what is recorded about it. */
export interface DutyView {
  duty: Duty;
  state: DutyState;
  completion: Completion | null;
  cancellation: Cancellation | null;
  placement: Placement | null;
}
