import type { Named, WalkKind, WalkRules, WalkTask } from '../model.ts';

/** What an event report can be about. */
export const EVENT_KINDS = ['talk', 'calm', 'alcohol-drugs', 'fight', 'damage', 'vehicles', 'unwell', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How many young people there were: never an exact number. */
export const YOUNG_BANDS = ['none', '1-5', '6-15', '16-30', 'more'] as const;
export type YoungBand = (typeof YOUNG_BANDS)[number];

/** What the walkers did. */
export const DEEDS = ['talked', 'calmed', 'stayed', 'followed', 'first-aid', 'tidied', 'nothing'] as const;
export type Deed = (typeof DEEDS)[number];

/** Whom the walkers turned to. */
export const CONTACTS = ['none', 'guardian', 'guards', 'social-emergency', 'police-11414', 'emergency-112', 'office'] as const;
export type Contact = (typeof CONTACTS)[number];

/** 1 is unsafe, 5 is calm. */
export const MOODS = [1, 2, 3, 4, 5] as const;

/** What a walker reports while walking. It has no field for a person. */
export interface EventReport {
  /** A meeting point of the area; null for another place. */
  meetingPointId: string | null;
  kinds: EventKind[];
  young: YoungBand;
  mood: number;
  deeds: Deed[];
  contacts: Contact[];
  injury: boolean;
  foundToPolice: boolean;
  note: string | null;
  /** The writer has looked at the note again, word for word, and keeps it. */
  noteKept: boolean;
}

/** What each kind of entry says. */
export interface Said {
  /** About a sign-up: they have come, have gone home, or were not there after all. */
  here: 'in' | 'out' | 'not';
  /** About a sign-up: the number of the vest they wear. */
  vest: number | null;
  'vests-out': number;
  'lamps-out': number;
  'vests-back': number;
  'lamps-back': number;
  started: true;
  /** About a report: null takes it back. */
  report: EventReport | null;
  /** About a sign-up: they have talked the walk through. */
  talked: true;
  closed: { talkedThrough: boolean };
}

export type EntryKind = keyof Said;

/** The kinds that are about a sign-up or a report, and say which. */
export const ABOUT_ONE = ['here', 'vest', 'report', 'talked'] as const satisfies readonly EntryKind[];

/** One thing that a telephone has kept, with an identity of its own. An entry never changes: what changes a field builds on what stood there. */
export interface Entry<Kind extends EntryKind = EntryKind> {
  id: string;
  kind: Kind;
  about: string | null;
  /** The entries of its field that it takes the place of, and others that it must not count before. */
  buildsOn: string[];
  body: Said[Kind];
  /** ISO 8601, with how wrong the telephone's clock was taken away. */
  capturedAt: string;
}

/** Why an entry does not count until somebody has said that it shall. */
export type AsideReason = 'walk-cancelled' | 'signup-cancelled' | 'no-place' | 'left' | 'key-ended' | 'settles';

/** Somebody who walks tonight, as those who walk with them may know them. */
export interface Companion {
  signupId: string;
  task: WalkTask;
  /** Null for whoever has a protected identity. */
  firstName: string | null;
  /** The leader's, to be called. */
  phone: string | null;
  me: boolean;
  /** Under eighteen, or may still be: does not walk without somebody grown. */
  young: boolean;
}

/** Everything that a telephone needs through a night without network. Instants are ISO 8601. */
export interface NightPlan {
  walkId: string;
  kind: WalkKind;
  area: string;
  advice: string | null;
  meetingPoint: string | null;
  meetingPoints: Named[];
  group: string | null;
  starts: string;
  ends: string;
  cancelled: boolean;
  company: Companion[];
  socialEmergency: string | null;
  rules: Pick<WalkRules, 'debrief' | 'vests'>;
  /** Names that free text may have. */
  known: string[];
}
