import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';
import { type OrganisationNumber, organisationNumber } from '#kernel/organisation-number.ts';

/** Whole cents of a euro. */
export type Cents = number;

/** Kronor for a euro in ten thousandths: 11.2345 is 112 345. */
export type Rate = number;

/** Aid of lesser importance that has been granted to somebody, with the rate of its day. */
export interface Aid {
  id: string;
  what: string;
  grantedOn: CalendarDate;
  ore: Ore;
  rate: Rate;
  rateOn: CalendarDate;
  recordedAt: Date;
  recordedBy: string;
  withdrawnAt: Date | null;
}

/** That somebody has seen what a recipient declares to have had from others. */
export interface AidDeclaration {
  id: string;
  /** The day the declaration itself bears. */
  dated: CalendarDate;
  othersCents: Cents;
  seenOn: CalendarDate;
  seenBy: string;
  recordedAt: Date;
}

/** Whose ledger, and about whom. */
export interface Recipient {
  organisationId: string;
  orgNumber: OrganisationNumber;
}

const day = z.string().refine(isCalendarDate);
const words = z.string().transform((text) => text.toWellFormed().replace(/\s+/g, ' ').trim()).pipe(z.string().min(1).max(200));
const orgNumber = z.string().transform((typed, context) => {
  const number = organisationNumber(typed);
  if (number === null) context.addIssue({ code: 'custom', message: 'no organisation number' });
  return number ?? z.NEVER;
});

export const aidSchema = z.object({ orgNumber, what: words, grantedOn: day, ore: z.number().int().positive().max(1e14), rate: z.number().int().positive().max(1e8), rateOn: day });

export const declarationSchema = z
  .object({ orgNumber, dated: day, othersCents: z.number().int().min(0).max(1e12), seenOn: day, seenBy: words })
  .refine(({ dated, seenOn }) => seenOn >= dated, { path: ['seenOn'] });
