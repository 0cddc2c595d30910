import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';
import { type OrganisationNumber, organisationNumber } from '#kernel/organisation-number.ts';
import { keptText } from '../intake/kept-text.ts';

/** One question that an assessment asks, and whose question it is. The words are ours; the source says where it comes from. */
export interface Criterion {
  id: string;
  question: string;
  why: string;
  source: string;
  address: string;
  /** The day somebody read it there. */
  readOn: CalendarDate;
}

/** An organisation's own criteria. A new version supersedes; an assessment keeps the one it was begun with. */
export interface CriteriaSet {
  id: string;
  organisationId: string;
  version: number;
  criteria: Criterion[];
  madeAt: Date;
  madeBy: string;
}

export const SAID = ['yes', 'partly', 'no', 'not-applicable'] as const;
export type Said = (typeof SAID)[number];

/** What somebody answered to a criterion, and why. */
export interface Answer {
  criterion: string;
  said: Said;
  reason: string;
  answeredAt: Date;
  answeredBy: string;
}

/** What is planned: what for, with whom, and for how much. */
export interface Plan {
  title: string;
  description: string;
  recipient: string;
  orgNumber: OrganisationNumber | null;
  plannedOre: Ore | null;
  /** Kronor for a euro in ten thousandths, and the day it was so. */
  plannedRate: number | null;
  plannedRateOn: CalendarDate | null;
}

/** Whether a partnership is the right form, thought through and written down. Never a verdict. */
export interface Assessment extends Plan {
  id: string;
  organisationId: string;
  /** The partnership or draft that it came to concern. */
  agreementId: string | null;
  commonVersion: number;
  ownSetId: string | null;
  begunAt: Date;
  begunBy: string;
  completion: Completion | null;
}

/** That somebody has called the assessment finished, with whatever is still open in it. */
interface Completion {
  at: Date;
  by: string;
}

export const LIMITS = { title: 200, description: 20_000, reason: 4_000, criteria: 30, line: 400 } as const;

const line = (most: number) => z.string().transform(keptText).transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(most));
const text = (most: number) => z.string().transform(keptText).transform((words) => words.trim()).pipe(z.string().max(most));
const day = z.string().refine(isCalendarDate);
/** Empty is not said. */
const perhaps = <Schema extends z.ZodType>(schema: Schema) => z.literal('').transform(() => null).or(schema);

const orgNumberSchema = z.string().transform((typed, context) => {
  const number = organisationNumber(typed.replace(/^(?:16|SE)(?=\d{6})/i, ''));
  if (number === null) context.addIssue({ code: 'custom', message: 'no organisation number' });
  return number ?? z.NEVER;
});

export const planSchema = z
  .object({
    title: line(LIMITS.title).pipe(z.string().min(1)),
    description: text(LIMITS.description),
    recipient: line(LIMITS.title),
    orgNumber: perhaps(orgNumberSchema),
    plannedOre: z.number().int().positive().max(1e14).nullable(),
    plannedRate: z.number().int().positive().max(1e8).nullable(),
    plannedRateOn: perhaps(day),
  })
  .refine(({ plannedRate, plannedRateOn }) => (plannedRate === null) === (plannedRateOn === null), { path: ['plannedRateOn'] });

export const answerSchema = z.object({ said: z.enum(SAID), reason: text(LIMITS.reason).pipe(z.string().min(1)) });

export const criterionSchema = z.object({
  question: line(LIMITS.line).pipe(z.string().min(1)),
  why: line(LIMITS.line),
  source: line(LIMITS.line).pipe(z.string().min(1)),
  address: perhaps(z.url({ protocol: /^https?$/ }).max(LIMITS.line)).transform((address) => address ?? ''),
  readOn: day,
});
