import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import type { Assurance } from '#platform/actor.ts';
import type { DraftContent, DraftKind } from '#pure/agreement';

/** What somebody's right to sign rests on: a decision to delegate, the right to sign for an association, or a power of attorney. */
export const MANDATE_KINDS = ['delegation', 'signatory-power', 'power-of-attorney'] as const;

/** The right to sign for an organisation, where it is written and from which day. */
export interface Mandate {
  kind: (typeof MANDATE_KINDS)[number];
  source: string;
  date: CalendarDate;
}

/** Somebody who may sign at a place. Their id is that of the page where they do. */
export interface Signatory {
  id: string;
  placeId: string;
  name: string;
  title: string | null;
  email: string;
  mandate: Mandate;
  /** True of one who signs where nobody else at the place does; told of it later than the others. */
  deputy: boolean;
  /** The account that has shown to be theirs; null until they have come. */
  accountId: string | null;
}

/** One signature that is needed: any of its signatories gives it. */
export interface SigningPlace {
  id: string;
  /** Counts from 1; in a given order the place with the lowest goes first. */
  position: number;
  organisation: { id: string; name: string };
  signatories: Signatory[];
}

/** What was sent out, by whom: it stays as it was then. */
export interface SentOut {
  at: Date;
  by: { id: string; name: string };
  organisation: { id: string; name: string };
  kind: DraftKind;
  title: string;
  version: { id: string; number: number; sha256: string };
  content: DraftContent;
  /** The file with its fields reserved: what everybody reads and signs. */
  frozenSha256: string;
  /** How surely each signatory must have signed in. */
  assurance: Assurance;
}

/** How a signing ended without being sealed. */
export interface Ending {
  how: 'declined' | 'withdrawn' | 'expired';
  at: Date;
  by: string;
  reason: string | null;
}

/** A draft on its way to be signed: who is to sign, in which order and until when; then what was sent out. */
export interface Signing {
  id: string;
  draftId: string;
  agreementId: string;
  /** True where the places sign in the order of their positions; false where anybody may begin. */
  ordered: boolean;
  /** The last day on which it can be signed. */
  expiresOn: CalendarDate;
  places: SigningPlace[];
  sent: SentOut | null;
  ended: Ending | null;
}

/** That a place has been signed. Each leaves a file that begins with the one before it. */
export interface Signature {
  placeId: string;
  signatoryId: string;
  /** Counts from 1 in the order they were made. */
  revision: number;
  manner: 'electronic' | 'paper';
  /** The file as it was before and after; the same on paper. */
  previousSha256: string;
  sha256: string;
  /** The scanned paper, and the day written on it. */
  scan: { sha256: string; signedOn: CalendarDate } | null;
  signedAt: Date;
  /** Who signed, or on paper who says so. */
  by: { id: string; name: string };
  assurance: Assurance;
  signedIn: SignedIn | null;
}

/** How and when somebody had signed in when they signed. */
export interface SignedIn {
  by: string;
  at: Date;
}

/** That somebody has gone to the signing service to sign, and what they left: a file with a hole where their signature will stand. */
export interface Errand {
  /** What the service knows it by, and nobody else. */
  reference: string;
  signingId: string;
  signatoryId: string;
  /** The newest file when they went; what was added to it for the signature, and where the hole is in the whole. */
  previousSha256: string;
  added: Uint8Array;
  hole: { start: number; end: number };
  signedIn: SignedIn;
  begunAt: Date;
  /** From then on they are not awaited. */
  expiresAt: Date;
  /** What they came back with. */
  answer: Record<string, string> | null;
}

/** That somebody will not sign. */
export interface Decline {
  signatoryId: string;
  reason: string;
  at: Date;
  by: string;
}

/** That the file is final: all have signed, its validation data is in it and it has been looked at once more. */
export interface Seal {
  sha256: string;
  sealedAt: Date;
  /** What our own validation said of it then, as it said it. */
  report: unknown;
}

/** That a letter was written to a signatory. */
export interface WrittenLetter {
  signatoryId: string;
  kind: 'invitation' | 'reminder' | 'ended' | 'sealed';
  /** Counts reminders from 1; 0 for the others. */
  nth: number;
  at: Date;
}

/** Everything that is recorded of one signing; what it amounts to is reckoned in `rules/`. */
export interface SigningRecords {
  signing: Signing;
  signatures: Signature[];
  declines: Decline[];
  letters: WrittenLetter[];
  seal: Seal | null;
}

/** `complete` has every signature and is being sealed. */
export type SigningStatus = 'prepared' | 'open' | 'complete' | 'sealed' | Ending['how'];

export const LIMITS = { places: 12, perPlace: 6, reason: 2_000, days: 365, scanBytes: 20 * 1024 * 1024, errandMinutes: 15, answer: 64 * 1024 } as const;

/** Days that a signing lasts where nobody says otherwise. */
export const USUAL_DAYS = 30;

const line = (most: number) => z.string().transform((typed) => typed.toWellFormed().replace(/\s+/g, ' ').trim()).pipe(z.string().max(most));
const lineNeeded = (most: number) => line(most).pipe(z.string().min(1));

export const signatorySchema = z.object({
  name: lineNeeded(120),
  title: line(120).transform((title) => title || null),
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)),
  mandateKind: z.enum(MANDATE_KINDS),
  mandateSource: lineNeeded(200),
  mandateDate: z.string().refine(isCalendarDate),
});

export const reasonSchema = z.string().transform((reason) => reason.toWellFormed().replace(/\r\n?/g, '\n').trim()).pipe(z.string().min(1).max(LIMITS.reason));

export const dateSchema = z.string().refine(isCalendarDate);
