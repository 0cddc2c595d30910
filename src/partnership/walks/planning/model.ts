import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Period } from '#kernel/period.ts';
import type { Walk, WalkKind, WalkTask } from '../model.ts';

/** What makes more walks needed on a night: entered by the parties, or reckoned. */
export const ENTERED_OCCASIONS = ['school-break', 'concert', 'other'] as const;
export type EnteredOccasion = (typeof ENTERED_OCCASIONS)[number];
export type OccasionKind = EnteredOccasion | 'last-of-april' | 'lucia' | 'payday' | 'midsummer' | 'new-year' | 'halloween';

/** A night, or several in a row, on which more is asked for. */
export interface Occasion {
  /** Null where it is reckoned. */
  id: string | null;
  kind: OccasionKind;
  /** Null where its kind says it all. */
  name: string | null;
  period: Period;
}

/** How areas and groups follow each other: one in turn for each night, or every area each night. */
export const AREA_WAYS = ['turn', 'all'] as const;

/** What an occasion does to a pattern: nothing, takes its nights away, or adds them on other weekdays too. */
export const OCCASION_WAYS = ['keep', 'skip', 'add'] as const;
export type OccasionWay = (typeof OCCASION_WAYS)[number];

/** What a season is planned from. */
export interface Pattern {
  period: Period;
  /** From 1, Monday, to 7, Sunday. */
  weekdays: number[];
  /** Hours `HH:MM` in Sweden. */
  from: string;
  to: string;
  kind: WalkKind;
  areaIds: string[];
  areaWay: (typeof AREA_WAYS)[number];
  /** In the order of their turns; empty where groups are to take the nights themselves. */
  groupIds: string[];
  leaders: number;
  walkers: number;
  smallest: number;
  breaks: OccasionWay;
  riskNights: OccasionWay;
}

/** One walk that a pattern gives. */
export interface PlannedNight {
  night: CalendarDate;
  starts: Date;
  ends: Date;
  areaId: string;
  groupId: string | null;
  /** Whether it is there for an occasion and not for its weekday. */
  added: boolean;
}

/** What a walk lacks, so that it cannot be walked as it stands. */
export type Lacking = 'group' | 'leader' | 'people' | 'adult';

/** A walk of the plan with how many it has. */
export interface PlannedWalk extends Walk {
  manned: Record<WalkTask, { places: number; placed: number }>;
  lacking: Lacking[];
  occasions: Occasion[];
}

/** How many nights a group has beside what is fair. */
export interface Share {
  group: { id: string; name: string; organisation: string };
  weight: number;
  /** Nights that are over, and nights to come. */
  had: number;
  coming: number;
  /** What its part of all the nights would be. */
  fair: number;
}
