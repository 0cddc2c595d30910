import type { CalendarDate, DatePrecision } from '#kernel/calendar-date.ts';
import type { DutyView, Term } from '../model.ts';

/** The shapes of the lifeline: a bar, a circle, a sheet, two halves, stairs. */
export type MarkKind = 'signature' | 'payment' | 'report' | 'meeting' | 'extension';

/** The fillings: empty, half, half with an exclamation mark, full, struck out. */
export type MarkState = 'todo' | 'soon' | 'late' | 'done' | 'off';

/** What a lifeline tells. */
export interface LifelineSubject {
  duties: Pick<DutyView, 'duty' | 'state' | 'completion'>[];
  signatures: { party: string; date: CalendarDate }[];
  /** What was done besides duties, such as walks, with how many took part. */
  activities?: { date: CalendarDate; participants: number }[];
  term: Term;
  today: CalendarDate;
}

/** The page's words: a title and, under it, a date or what the thing waits for. */
export interface LifelineWords {
  duty: (view: LifelineSubject['duties'][number]) => { title: string; detail: string };
  signature: (party: string) => { title: string; detail: string };
}

/** One thing on the lifeline, before it has a place on paper. */
export interface LifelineEvent {
  key: string;
  kind: MarkKind;
  state: MarkState;
  /** Where it stands; null for what has no day and is only in the list. */
  date: CalendarDate | null;
  precision: DatePrecision;
  title: string;
  detail: string;
  ore: number | null;
  /** The key of what it hangs on. */
  hangsOn: string | null;
  /** What it hangs on, or waits for, has not happened. */
  waits: boolean;
  /** One of many alike, of which only the next one open is labelled. */
  repeats: boolean;
  /** Drawn as the end bar, not as a mark. */
  isEnd: boolean;
  /** In the list only. */
  listed: boolean;
}

export interface LifelineStory {
  events: LifelineEvent[];
  activities: NonNullable<LifelineSubject['activities']>;
  term: Term;
  today: CalendarDate;
  /** The first and last day on the axis; null where nothing has a day. */
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/** The two widths that a lifeline is drawn for. */
export type LifelineForm = 1180 | 720;

export interface Stretch {
  x1: number;
  x2: number;
}

/** A lifeline on paper: numbers in the units of its own viewBox, ready to be written as SVG. */
export interface Lifeline {
  width: LifelineForm;
  height: number;
  axisY: number;
  /** Thick, thin and dotted: what has been, what is left of the term, and what comes after it. */
  axis: { past: Stretch | null; ahead: Stretch | null; after: Stretch | null };
  endX: number | null;
  /** Null when today is outside the axis. `anchor` is the side on which "today" is written. */
  today: { x: number; textX: number; anchor: 'start' | 'end' } | null;
  ticks: { x: number; date: CalendarDate; labelled: boolean; withYear: boolean }[];
  marks: LifelineMark[];
  /** Thin lines from a mark down to the axis. */
  stems: { x: number; y1: number; y2: number }[];
  /** From a payment to what it hangs on: solid when that has happened, dotted while it waits. */
  ties: { x: number; y1: number; y2: number; waits: boolean }[];
  activities: { x: number; y1: number; y2: number }[];
}

export interface LifelineMark {
  key: string;
  kind: MarkKind;
  state: MarkState;
  x: number;
  y: number;
  scale: number;
  title: string;
  detail: string;
  /** How many more of its kind fall on the same day and are drawn as this one. */
  more: number;
  /** Null when there is no room: the list has the words. `detail` is empty when only the title fits. */
  label: { x: number; titleY: number; detailY: number; anchor: 'start' | 'end'; title: string; detail: string } | null;
}

/** The lifeline in words, in order of time: what has been, what is to come, what outlives the term, what has no day. */
export interface LifelineListItem {
  key: string;
  kind: MarkKind;
  state: MarkState;
  date: CalendarDate | null;
  precision: DatePrecision;
  title: string;
  detail: string;
  part: 'past' | 'future' | 'after' | 'undated';
  waits: boolean;
}

/** A small lifeline without words, on an axis shared by a whole list. */
export interface MiniLifeline {
  axis: Lifeline['axis'];
  endX: number | null;
  marks: Pick<LifelineMark, 'key' | 'kind' | 'state' | 'x' | 'y' | 'scale'>[];
  ties: Lifeline['ties'];
  activities: Lifeline['activities'];
}

/** Small lifelines on one axis; `now` and `at` are shares of its width, `now` null when today is outside it. */
export interface MiniAxis {
  now: number | null;
  ticks: { at: number; date: CalendarDate }[];
  lines: MiniLifeline[];
}
