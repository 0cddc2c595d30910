import type { CalendarDate } from '#kernel/calendar-date.ts';
import { axisOf, scaleOf, ticksOf } from './axis.ts';
import { strokes } from './draw.ts';
import type { LifelineEvent, LifelineStory, LifelineSubject, MiniAxis, MiniLifeline } from './model.ts';
import { tellLifeline } from './story.ts';

/** The viewBox of every small lifeline. */
export const MINI = { width: 500, height: 64, axisY: 43 } as const;

const REPORT_Y = 26;
const PAYMENT_Y = 9;
const SCALES = { payment: 0.6, report: 0.62, extension: 0.58, meeting: 0.5, signature: 0.5 } as const;

/** Ticks are as close as there is room for on the narrowest screen, and none where its words would stick out to the right. */
const NARROWEST = 300;
const LAST_TICK = 0.9;

/** Small lifelines of several partnerships on one axis; null where none has a day. */
export function drawMiniLifelines(subjects: LifelineSubject[], today: CalendarDate): MiniAxis | null {
  const stories = subjects.map((subject) => tellLifeline(subject, WORDLESS));
  const days = stories.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null).sort();
  const from = days[0];
  const to = days.at(-1);
  if (from === undefined || to === undefined) return null;
  const x = scaleOf(from, to, MINI.width, 8);
  const now = today < from || today > to ? null : x(today) / MINI.width;
  const ticks = ticksOf(from, to, NARROWEST, x).map(({ date, x }) => ({ date, at: x / MINI.width }));
  return { now, ticks: ticks.filter(({ at }) => at < LAST_TICK), lines: stories.map((story) => drawMini(story, x)) };
}

const WORDLESS = { duty: () => ({ title: '', detail: '' }), signature: () => ({ title: '', detail: '' }) };

function drawMini(story: LifelineStory, x: (date: CalendarDate) => number): MiniLifeline {
  const events = story.events.filter(({ listed, isEnd }) => !listed && !isEnd);
  const keys = new Set(events.map(({ key }) => key));
  return {
    axis: axisOf(story, x),
    endX: story.term.end ? x(story.term.end) : null,
    marks: events.map(({ key, kind, state, ...event }) => ({ key, kind, state, x: x(event.date!), y: yOf(kind), scale: SCALES[kind] })),
    ties: events.filter(({ kind }) => yOf(kind) !== MINI.axisY).map((event) => tieOf(event, x(event.date!), event.hangsOn !== null && keys.has(event.hangsOn))),
    activities: strokes(story, x, MINI.axisY + 7, 14),
  };
}

const yOf = (kind: LifelineEvent['kind']): number => (kind === 'payment' ? PAYMENT_Y : kind === 'report' || kind === 'extension' ? REPORT_Y : MINI.axisY);

/** From the mark down to the line, or to the sheet it hangs on. */
const tieOf = ({ kind, waits }: LifelineEvent, x: number, hangs: boolean): MiniLifeline['ties'][number] => ({
  x,
  y1: yOf(kind) + 6,
  y2: hangs ? REPORT_Y - 7 : MINI.axisY,
  waits,
});
