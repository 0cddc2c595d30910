import { z } from 'zod';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import type { Named, WalkingGroup, WalkRules } from '../model.ts';

/** What an association and the one that coordinates have agreed on: an agreement in Handslag, or when and where they signed. */
export interface NetworkAgreement {
  organisation: Named;
  linkedAgreementId: string | null;
  signedOn: CalendarDate | null;
  signedWhere: string | null;
}

/** Who coordinates the walks of a partnership, and with whom it has agreed on walking. */
export interface Network {
  agreementId: string;
  coordinator: Named | null;
  agreements: NetworkAgreement[];
  /** What holds for all groups. */
  rules: WalkRules;
  /** Whether the one that coordinates has said so; else it is the usual. */
  rulesSaid: boolean;
}

/** What a party has said about a group that is proposed. */
export interface GroupWord {
  organisation: Named;
  agrees: boolean;
  words: string | null;
  saidAt: Date;
  saidBy: string;
}

/** Who a group is reached by: somebody with an account. */
export interface GroupContact {
  id: string;
  groupId: string;
  personId: string;
  namedAt: Date;
  namedBy: string;
  /** When the one that coordinates saw that it has changed; null until then. */
  seenAt: Date | null;
}

/** A duty of the agreement that has been passed on to a group. */
export interface PassedDuty {
  id: string;
  agreementId: string;
  dutyId: string;
  group: Named;
  what: string;
  dueOn: CalendarDate | null;
  passedBy: string;
  doneOn: CalendarDate | null;
  doneBy: string | null;
}

/** A group that is only proposed, walks, or has ended. */
export type GroupState = 'proposed' | 'started' | 'ended';

/** A group as a list shows it: with who it is reached by, where the reader may know. */
export interface ListedGroup extends WalkingGroup {
  state: GroupState;
  contact: { name: string | null; personId: string; unseen: boolean } | null;
  /** The parties that have not been heard, of one that is proposed. */
  unheard: Named[];
  /** Where it usually walks. */
  areas: Named[];
}

const day = z.string().refine(isCalendarDate);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable());
const words = z.string().trim().min(1).max(2000);

export const proposalSchema = z.object({ name: z.string().trim().min(2).max(100) });
export const wordSchema = z.object({ agrees: z.enum(['yes', 'no']), words: optional(words) }).refine(({ agrees, words }) => agrees === 'yes' || words !== null, { path: ['words'] });
export const signedSchema = z.object({ linkedAgreementId: optional(z.uuid()), signedOn: optional(day), signedWhere: optional(z.string().trim().max(200)) }).refine(({ linkedAgreementId, signedOn }) => linkedAgreementId !== null || signedOn !== null, { path: ['signedOn'] });
export const passingSchema = z.object({ dutyId: z.uuid(), groupId: z.uuid(), what: z.string().trim().min(1).max(500), dueOn: optional(day) });
/** What is said of each field of it that was not understood. */
export const PASSING_SENTENCES = { what: 'walks.say-what-to-do', dutyId: 'walks.choose-duty', groupId: 'walks.choose-group', dueOn: 'walks.day-not-understood' } as const;

const ticked = z.preprocess((typed) => typed === 'yes', z.boolean());
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const rulesSchema = z
  .object({
    smallestGroup: z.coerce.number().int().min(2).max(20),
    largestGroup: z.coerce.number().int().min(2).max(20),
    youngest: z.coerce.number().int().min(15).max(30),
    trainedPerGroup: z.coerce.number().int().min(0).max(20),
    courseBeforeFirstWalk: ticked,
    insurance: ticked,
    registerExtract: ticked,
    vests: ticked,
    earliestStart: hour,
    latestEnd: hour,
    debrief: ticked,
  })
  .refine(({ smallestGroup, largestGroup }) => largestGroup >= smallestGroup, { path: ['largestGroup'] })
  .refine(({ trainedPerGroup, smallestGroup }) => trainedPerGroup <= smallestGroup, { path: ['trainedPerGroup'] });
