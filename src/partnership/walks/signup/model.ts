import { z } from 'zod';
import type { WalkTask } from '../model.ts';

/** What came of wanting to walk: with a place one walks, without one waits. */
export interface SignedUp {
  result: 'placed' | 'queued';
  signupId: string;
  turn: number;
  place: number | null;
}

/** Somebody on a walk or in its queue. Without a name to whoever may not know it, and where an identity is protected. */
export interface Companion {
  signupId: string;
  personId: string;
  name: string | null;
  task: WalkTask;
  turn: number;
  /** Null for who waits. */
  place: number | null;
  /** Has taken the course. */
  trained: boolean;
  /** Under eighteen: walks only with somebody grown. */
  young: boolean;
  phone: string | null;
  givesUp: boolean;
  noShow: boolean;
}

/** One's own part in a walk. */
export interface OwnSignup {
  walkId: string;
  task: WalkTask;
  place: number | null;
  givesUp: boolean;
  /** How many wait that came before. */
  before: number;
  /** Under eighteen, on a walk where nobody grown has a place: without one they do not walk. */
  waitsForAdult: boolean;
}

/** A place that one has been asked to take, until a moment. */
export interface OwnOffer {
  walkId: string;
  until: Date;
  byName: boolean;
}

/** What a walker is told when nobody asks. */
export const TIDINGS = ['placed', 'offered', 'replaced', 'removed', 'moved', 'cancelled', 'restored', 'adult-missing', 'adult-back', 'day-before', 'hours-before'] as const;
export type TidingKind = (typeof TIDINGS)[number];

/** What somebody says who has not signed up here before. */
export const newcomerSchema = z.object({ name: z.string().trim().min(2).max(80), grown: z.literal('yes') });

/** A code as it was typed, with any spaces. */
export const codeSchema = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
