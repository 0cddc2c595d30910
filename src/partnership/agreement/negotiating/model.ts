import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import type { DraftChange, DraftContent, DraftKind, FieldPatch } from '../drafting/model.ts';

/** What may be written in a negotiation. */
export const NEGOTIATION_LIMITS = { reason: 2_000, comment: 4_000, name: 100, body: 200, paragraph: 60 } as const;

/** What one side proposes to the other: the changes of a draft that a person writes. */
export type ProposedChange = Extract<DraftChange, { kind: 'title' | 'change' | 'add' | 'remove' | 'move' | 'fields' }>;

/** What stood where the change is proposed, when it was proposed. */
export interface Stood {
  heading?: string;
  body?: string;
  title?: string;
  fields?: FieldPatch;
}

export const VERDICTS = ['accepted', 'declined', 'withdrawn'] as const;
export type AnswerVerdict = (typeof VERDICTS)[number];

/** The one answer to a proposal. */
export interface Answer {
  verdict: AnswerVerdict;
  reason: string;
  organisationId: string;
  answeredAt: Date;
  answeredBy: string;
}

/** A change that one side proposes to the other, with why. */
export interface Proposal {
  id: string;
  draftId: string;
  clauseId: string | null;
  change: ProposedChange;
  stood: Stood;
  reason: string;
  /** The proposal in whose place it came when the clause had changed meanwhile. */
  replaces: string | null;
  organisation: { id: string; name: string };
  proposedAt: Date;
  proposedBy: string;
  proposerId: string;
  answer: Answer | null;
}

/** What is said about a clause, or about the whole draft: to both sides, or internally within one. */
export interface Comment {
  id: string;
  clauseId: string | null;
  answers: string | null;
  internal: boolean;
  organisation: { id: string; name: string };
  text: string;
  writtenAt: Date;
  writtenBy: string;
}

/** A numbered and named snapshot of all that a draft says. */
export interface DraftVersion {
  id: string;
  draftId: string;
  number: number;
  name: string;
  content: DraftContent;
  /** Over the content as canonical JSON (RFC 8785). */
  sha256: string;
  /** False of one from before the draft was shared: only its own side sees it. */
  shared: boolean;
  madeAt: Date;
  madeBy: string;
}

export const APPROVAL_STEPS = ['unit-manager', 'board', 'other'] as const;
export type ApprovalStepKind = (typeof APPROVAL_STEPS)[number];

/** Somebody in an organisation who must have said yes before anybody signs for it. */
export interface ApprovalStep {
  id: string;
  organisationId: string;
  step: ApprovalStepKind;
  /** What the one who decides is called: "Kommunstyrelsen". */
  body: string;
}

/** That a step has said yes to a version. */
export interface Approval {
  versionId: string;
  stepId: string;
  decidedOn: CalendarDate;
  /** In the minutes; empty where there is none. */
  paragraph: string;
  recordedAt: Date;
  recordedBy: string;
}

/** What is signed: a version that nobody can change any more. */
export interface FrozenVersion {
  draftId: string;
  agreementId: string;
  kind: DraftKind;
  versionId: string;
  number: number;
  sha256: string;
  content: DraftContent;
}

const inLine = (most: number) => z.string().transform((text) => text.toWellFormed().replace(/\s+/g, ' ').trim()).pipe(z.string().max(most));

/** Words that somebody writes about a change, as they are kept. */
export const proseSchema = (most: number) => z.string().transform((text) => text.toWellFormed().replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim()).pipe(z.string().max(most));

export const nameSchema = inLine(NEGOTIATION_LIMITS.name).pipe(z.string().min(1));

export const stepSchema = z.object({ step: z.enum(APPROVAL_STEPS), body: inLine(NEGOTIATION_LIMITS.body).pipe(z.string().min(1)) });

export const approvalSchema = z.object({ decidedOn: z.string().trim().refine(isCalendarDate), paragraph: inLine(NEGOTIATION_LIMITS.paragraph) });
