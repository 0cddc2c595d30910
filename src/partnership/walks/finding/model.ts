import { z } from 'zod';
import type { Language, Named } from '../model.ts';

/** The page where whoever wants to walk finds a partnership: `/join/SLUG`. */
export interface JoinPage {
  agreementId: string;
  slug: string;
  open: boolean;
}

/** How far somebody who wants to walk has come, where only figures and codes are shown. */
export type ReferralState = 'not-used' | 'waiting' | 'met' | 'walks' | 'unanswered';

/** Somebody whom the municipality has given a code: the code and how far it has come, never who. */
export interface Referral {
  code: string;
  madeAt: Date;
  state: ReferralState;
}

/** How many have wanted to walk, and how it went: figures for both parties. */
export interface NewcomerCounts {
  asked: number;
  waiting: number;
  met: number;
  walking: number;
  unanswered: number;
}

/** Somebody who wants to walk, for whoever leads the group that they were led to. */
export interface Newcomer {
  id: string;
  agreementId: string;
  group: Named;
  name: string;
  /** A mail address or a telephone number. */
  reach: string;
  /** Under eighteen: a guardian must have consented first. */
  young: boolean;
  area: Named | null;
  /** The language that they asked in. */
  language: Language;
  askedAt: Date;
  metAt: Date | null;
}

/** What somebody who wants to walk has come to, for themselves: with which group they wait, and the others that would take them. */
export interface OwnWish {
  group: Named;
  /** Whom they can change to; none once they have been met. */
  others: Named[];
  met: boolean;
}

/** Who has moved on from a group, as days and nobody, and where those who wait can be moved by the one who asks. */
export interface MovingOn {
  days: Date[];
  to: Named[];
}

/** What the public page shows: nothing that is not in a poster already. */
export interface JoinView {
  slug: string;
  coordinator: string | null;
  /** The other parties: the municipality. */
  others: string[];
  groups: { name: string; areas: string[] }[];
  areas: Named[];
  /** The age from which somebody may walk with a group here. */
  youngest: number;
}

/** Digits and what people write between them, or a mail address. */
const reach = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => (typed.includes('@') ? typed.toLowerCase() : typed.replaceAll(/[\s()-]/g, '')))
  .refine((typed) => z.email().safeParse(typed).success || /^\+?\d{7,15}$/.test(typed));

export const askingSchema = z.object({
  name: z.string().trim().min(2).max(100),
  reach,
  age: z.enum(['adult', 'young']).default('adult'),
  area: z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), z.uuid().nullable()),
  code: z.preprocess((typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed.trim().toUpperCase() : null), z.string().max(20).nullable()),
});

export const slugSchema = z.string().trim().toLowerCase().min(3).max(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
