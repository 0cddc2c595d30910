import type { CalendarDate } from '#kernel/calendar-date.ts';

/** The languages that walkers are told things in. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** An organisation where walks name it. */
export interface Named {
  id: string;
  name: string;
}

/** A group that walks: of an association, in a partnership. Proposed until it has started. */
export interface WalkingGroup {
  id: string;
  agreementId: string;
  organisation: Named;
  name: string;
  proposedAt: Date;
  startedOn: CalendarDate | null;
  endedOn: CalendarDate | null;
}

/** What an organisation asks of its groups and walkers. Hours are `HH:MM` in Sweden. Source: field.md C10. */
export interface WalkRules {
  smallestGroup: number;
  /** Above it a group splits. */
  largestGroup: number;
  /** Years. From 15 with a guardian's consent; see `lacksFor` in people. */
  youngest: number;
  /** How many in each group must have taken the course. */
  trainedPerGroup: number;
  courseBeforeFirstWalk: boolean;
  /** Whether insurance, and an extract from the register, must have been seen before somebody walks. */
  insurance: boolean;
  registerExtract: boolean;
  vests: boolean;
  earliestStart: string;
  latestEnd: string;
  /** Whether a walk closes only when all have talked it through. */
  debrief: boolean;
}

/** A place in WGS 84: longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number];

/** An outline on a map, as GeoJSON has it: rings of positions, the first one the outer. */
export interface Polygon {
  type: 'Polygon';
  coordinates: Position[][];
}

export interface MeetingPoint {
  id: string;
  name: string;
  position: Position | null;
}

/** Where a group walks: drawn, or named only. */
export interface Area {
  id: string;
  agreementId: string;
  name: string;
  shape: Polygon | null;
  /** What to think of there. */
  advice: string | null;
  removed: boolean;
  meetingPoints: MeetingPoint[];
}

/** What somebody does on a walk. */
const WALK_TASKS = ['leader', 'walker'] as const;
export type WalkTask = (typeof WALK_TASKS)[number];

const WALK_KINDS = ['night', 'day'] as const;
export type WalkKind = (typeof WALK_KINDS)[number];

export interface Walk {
  id: string;
  agreementId: string;
  /** Null until a group has taken it. */
  group: (Named & { organisationId: string }) | null;
  area: Named;
  meetingPoint: Named | null;
  kind: WalkKind;
  /** The day it begins on in Sweden. */
  night: CalendarDate;
  starts: Date;
  ends: Date;
  /** How many it takes for it to be walked at all. */
  smallest: number;
  /** How many may walk: as many as it has places. */
  places: number;
  note: string | null;
  exceptionReason: string | null;
  cancelledAt: Date | null;
  cancelledBecause: string | null;
  closedAt: Date | null;
}

/** A walk that is to be planned: its places are given by task. */
export interface NewWalk {
  agreementId: string;
  groupId: string | null;
  areaId: string;
  meetingPointId: string | null;
  kind: WalkKind;
  night: CalendarDate;
  starts: Date;
  ends: Date;
  smallest: number;
  places: WalkTask[];
  note: string | null;
  exceptionReason: string | null;
}

/** How many of a walk's places are taken, and how many wait for one. */
export interface Taken {
  placed: number;
  waiting: number;
}
