import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';

/** How far an agreement has come in its life, in order. Computed from what is recorded, never kept. */
export const LIFE_STATES = ['draft', 'in-negotiation', 'out-for-signature', 'active', 'ended', 'settled', 'archived'] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** What may be written in the forms of this room. */
const LIMITS = { step: 200, reason: 4_000, person: 200, place: 200, body: 200, months: 60 } as const;

interface Organisation {
  id: string;
  name: string;
}

/** A step towards what comes after the agreement, that people have set beside it. */
export interface ExtensionStep {
  id: string;
  what: string;
  date: CalendarDate;
}

/** Who has a step: a party, and somebody of it where one is named. */
export interface StepOwner {
  /** The key of the step's duty. */
  step: string;
  organisation: Organisation;
  person: string | null;
}

export const OUTCOMES = ['amendment', 'new-agreement', 'end'] as const;

/** What was decided to come after the agreement: that it is extended, that another takes over, or that it ends. */
export interface ExtensionOutcome {
  /** The agreement's last day as it was when this was decided; null where it had none. */
  forEnd: CalendarDate | null;
  outcome: (typeof OUTCOMES)[number];
  decidedOn: CalendarDate;
  /** The body that decided, with its paragraph. */
  decidedBy: string;
  recordedAt: Date;
  recordedBy: string;
}

export const COUNTED_FROM = ['receipt', 'turn-of-month'] as const;
/** From the day the notice was received, or from the first turn of a month after it. */
export type CountedFrom = (typeof COUNTED_FROM)[number];

/** A time of notice, as it is reckoned with. */
export interface NoticePeriod {
  months: number;
  countedFrom: CountedFrom;
}

/** Uppsägning: that a party ends the agreement in advance, after the time that was agreed for it. */
export interface Notice extends NoticePeriod {
  id: string;
  agreementId: string;
  by: Organisation;
  receivedOn: CalendarDate;
  endsOn: CalendarDate;
  reason: string | null;
  /** The agreed fact that the time of notice is taken from. */
  factId: string | null;
  givenAt: Date;
  givenBy: string;
}

/** Varning: that a party says what the other has to put right, and until when. */
export interface Warning {
  id: string;
  by: Organisation;
  breach: string;
  receivedOn: CalendarDate;
  remedyBy: CalendarDate;
  givenAt: Date;
  givenBy: string;
  remediedAt: Date | null;
}

/** Hävning: that a party ends the agreement because the other has broken it, at once or on a day, and what it claims back. */
export interface Rescission {
  id: string;
  agreementId: string;
  by: Organisation;
  warningId: string | null;
  ground: string;
  receivedOn: CalendarDate;
  endsOn: CalendarDate;
  claim: { ore: Ore; from: Organisation } | null;
  declaredAt: Date;
  declaredBy: string;
}

/** That a party agrees to withdraw a notice or a rescission. */
export interface Withdrawal {
  endingId: string;
  organisation: Organisation;
  agreedAt: Date;
  agreedBy: string;
}

/** Slutreglering: that somebody has seen that nothing is owed any more. */
export interface Settlement {
  settledOn: CalendarDate;
  recordedAt: Date;
  recordedBy: string;
}

/** Arkivering: that the papers have been put away, and where. */
export interface Archiving {
  place: string;
  recordedAt: Date;
  recordedBy: string;
}

/** Efterföljare: which agreement takes over after which. */
export interface Succession {
  predecessorId: string;
  successorId: string;
}

/** What the agreement says of ending it because it was broken: its sentences, and the time for putting things right. */
export interface RescissionTerms {
  sentences: { start: number; end: number; line: number; words: string }[];
  remedyDays: number | null;
}

const day = z.string().refine(isCalendarDate);
const words = (most: number) => z.string().trim().min(1).max(most);
const maybeWords = (most: number) => z.string().trim().max(most).transform((text) => text || null);
const months = z.coerce.number().int().min(0).max(LIMITS.months);

export const stepSchema = z.object({ what: words(LIMITS.step), date: day });
export const stepOwnerSchema = z.object({ organisationId: z.uuid(), person: maybeWords(LIMITS.person) });
export const outcomeSchema = z.object({ outcome: z.enum(OUTCOMES), decidedOn: day, decidedBy: words(LIMITS.body) });
export const noticeSchema = z.object({ organisationId: z.uuid(), receivedOn: day, months: months.nullable(), countedFrom: z.enum(COUNTED_FROM), reason: maybeWords(LIMITS.reason) });
export const warningSchema = z.object({ breach: words(LIMITS.reason), receivedOn: day, remedyBy: day });
export const rescissionSchema = z.object({ ground: words(LIMITS.reason), receivedOn: day, endsOn: day, claimed: z.number().positive().max(1_000_000_000).nullable() });
export const archivingSchema = z.object({ place: words(LIMITS.place) });
