import { daysBetween } from '#kernel/calendar-date.ts';
import { axisOf, rounded, type Scale, scaleOf, ticksOf } from './axis.ts';
import { labelAt, type Seat, seated } from './lanes.ts';
import type { Lifeline, LifelineEvent, LifelineForm, LifelineMark, LifelineStory, LifelineSubject, LifelineWords } from './model.ts';
import { drawn, isOnTheLine, raise, type Raised } from './raised.ts';
import { tellLifeline } from './story.ts';

const LANE_TOP = 42;
const LANE_HEIGHT = 50;
const NEAR = 30;
/** Room for strokes and months; only for months where nothing is done. */
const BELOW = 108;
const BELOW_NOTHING = 64;
const LONGEST_STROKE = 60;

/** The lifeline for one width. The same subject gives the same drawing. */
export function drawLifeline(subject: LifelineSubject, words: LifelineWords, form: LifelineForm): Lifeline {
  const story = tellLifeline(subject, words);
  if (story.from === null || story.to === null) return emptyLifeline(form);
  const x = scaleOf(story.from, story.to, form);
  const today = todayOf(story, x, form);
  const raised = raise(story, x, form);
  const seats = seated(raised.filter(({ unlabelled }) => !unlabelled), form, today?.x ?? null);
  const lanes = [...new Set([...seats.values()].map(({ lane }) => lane))].sort((a, b) => a - b);
  const axisY = LANE_TOP + lanes.length * LANE_HEIGHT + NEAR + 14;
  const yOf = (seat: Seat | undefined) => (seat ? LANE_TOP + lanes.indexOf(seat.lane) * LANE_HEIGHT : axisY - NEAR);
  const above = raised.flatMap((stack) => placeStack(stack, seats, yOf, axisY));
  return {
    width: form,
    height: axisY + (story.activities.length > 0 ? BELOW : BELOW_NOTHING),
    axisY,
    axis: axisOf(story, x),
    endX: story.term.end ? x(story.term.end) : null,
    today,
    ticks: ticksOf(story.from, story.to, form, x),
    marks: [...onTheLine(story, x, axisY), ...above.map(({ mark }) => mark)],
    stems: above.flatMap(({ stem }) => stem ?? []),
    ties: above.flatMap(({ tie }) => tie ?? []),
    activities: strokes(story, x, axisY + 13, LONGEST_STROKE),
  };
}

const emptyLifeline = (width: LifelineForm): Lifeline => ({
  width,
  height: LANE_TOP + NEAR + BELOW,
  axisY: LANE_TOP + NEAR,
  axis: { past: null, ahead: null, after: null },
  endX: null,
  today: null,
  ticks: [],
  marks: [],
  stems: [],
  ties: [],
  activities: [],
});

function todayOf({ today, from, to }: LifelineStory, x: Scale, width: number): Lifeline['today'] {
  if (from === null || to === null || today < from || today > to) return null;
  const anchor = x(today) > width / 2 ? 'end' : 'start';
  return { x: x(today), textX: rounded(x(today) + (anchor === 'end' ? -9 : 9)), anchor };
}

/** Signatures and meetings; smaller where they would stand in each other's way. */
function onTheLine(story: LifelineStory, x: Scale, axisY: number): LifelineMark[] {
  const events = drawn(story).filter(isOnTheLine);
  const closest = Math.min(...events.slice(1).map(({ date }, index) => Math.abs(x(date!) - x(events[index].date!))).filter((gap) => gap > 0));
  const room = Math.min(0.92, Math.max(0.4, closest / 22));
  return events.map((event) => markOf(event, { x: x(event.date!), y: axisY, scale: event.kind === 'signature' ? 1 : rounded2(room), more: 0, label: null }));
}

const rounded2 = (scale: number): number => Math.round(scale * 100) / 100;

const markOf = ({ key, kind, state, title, detail }: LifelineEvent, placed: Pick<LifelineMark, 'x' | 'y' | 'scale' | 'more' | 'label'>): LifelineMark => ({ key, kind, state, title, detail, ...placed });

interface Placed {
  mark: LifelineMark;
  stem?: Lifeline['stems'][number];
  tie?: Lifeline['ties'][number];
}

/** The marks of a stack from the lowest up, with the line each stands or hangs on. */
function placeStack(stack: Raised, seats: Map<string, Seat>, yOf: (seat: Seat | undefined) => number, axisY: number): Placed[] {
  let floor = axisY;
  return [stack, ...stack.over].map((member, index) => {
    const seat = seats.get(member.key);
    const y = yOf(seat) - (seat ? 0 : Math.min(index, 2) * 14);
    const size = seat ? member.radius : Math.min(member.radius, 8) * 0.75;
    const { event, x } = member;
    const line = { x, y1: rounded(y + size), y2: floor };
    const mark = markOf(event, { x, y, scale: scaleFor(event, size), more: member.more, label: seat ? labelAt(seat, y) : null });
    floor = rounded(y - size);
    if (event.kind === 'payment' && (event.hangsOn !== null || event.waits || event.state === 'done')) return { mark, tie: { ...line, waits: event.waits } };
    return { mark, stem: line };
  });
}

/** Marks are drawn in a box from -12 to 12; a circle has radius 11 there, a sheet stands 10 high. */
const scaleFor = ({ kind }: LifelineEvent, size: number): number => rounded2(kind === 'payment' ? size / 11 : kind === 'extension' ? size / 10.5 : size / 8);

/** What was done, as strokes hanging under the line; length follows how many took part. */
export function strokes({ activities, from, to }: LifelineStory, x: Scale, top: number, longest: number): Lifeline['activities'] {
  if (from === null || to === null) return [];
  const most = Math.max(...activities.map(({ participants }) => participants), 1);
  return activities
    .filter(({ date }) => daysBetween(from, date) >= 0 && daysBetween(date, to) >= 0)
    .map(({ date, participants }) => ({ x: x(date), y1: top, y2: rounded(top + longest * (0.2 + (0.8 * participants) / most)) }));
}
