import { rounded, type Scale } from './axis.ts';
import type { Standing } from './lanes.ts';
import type { LifelineEvent, LifelineStory } from './model.ts';

/** What gets a mark: not the end of the term, which is a bar, and nothing without a day. */
export const drawn = ({ events }: LifelineStory): LifelineEvent[] => events.filter(({ listed, isEnd }) => !listed && !isEnd);

export const isOnTheLine = ({ kind }: LifelineEvent): boolean => kind === 'signature' || kind === 'meeting';

/** An event above the line with those of its day and kind that it stands for. */
export interface Raised extends Standing {
  event: LifelineEvent;
  more: number;
  unlabelled: boolean;
  over: Raised[];
}

/** What stands above the line, in stacks: payments over the report they hang on, the rest each on its own stem. */
export function raise(story: LifelineStory, x: Scale, width: number): Raised[] {
  const events = drawn(story).filter((event) => !isOnTheLine(event));
  const largest = Math.max(...events.map(({ ore }) => ore ?? 0), 1);
  const keys = new Set(events.map(({ key }) => key));
  const nextOpen = nextOfEach(events, story.today);
  const toRaised = (event: LifelineEvent): Raised => ({
    ...event,
    event,
    more: 0,
    x: x(event.date!),
    radius: radiusOf(event, largest),
    step: null,
    unlabelled: event.repeats && !nextOpen.has(event.key),
    over: events.filter(({ hangsOn }) => hangsOn === event.key).map(toRaised),
  });
  const stacks = merged(events.filter(({ hangsOn }) => hangsOn === null || !keys.has(hangsOn)).map(toRaised));
  return asStairs(spread(stacks, width));
}

/** Of what comes back, the first that is open and not before today, by what it is called. */
function nextOfEach(events: LifelineEvent[], today: string): Set<string> {
  const next = new Map<string, string>();
  for (const { repeats, state, title, date, key } of events) {
    if (repeats && state !== 'done' && (state === 'late' || date! >= today) && !next.has(title)) next.set(title, key);
  }
  return new Set(next.values());
}

/** A circle's area follows the amount; one whose amount is not known is small. */
function radiusOf({ kind, ore }: LifelineEvent, largest: number): number {
  if (kind !== 'payment') return kind === 'extension' ? 9 : 8;
  return ore === null ? 8 : Math.max(7, 16 * Math.sqrt(ore / largest));
}

/** Things of one kind and state on one day are one mark; a stack is not merged with anything. */
function merged(stacks: Raised[]): Raised[] {
  const kept: Raised[] = [];
  for (const one of stacks) {
    const same = kept.find(({ event, over }) => over.length === 0 && one.over.length === 0 && event.kind === one.event.kind && event.state === one.event.state && event.date === one.event.date);
    if (same) same.more++;
    else kept.push(one);
  }
  return kept.map((one) => (one.more > 0 ? { ...one, title: `${one.title} +${one.more}` } : one));
}

/** Moves stems apart that would stand in each other's marks, as little as there is room for. */
function spread(stacks: Raised[], width: number): Raised[] {
  const gap = Math.min(24, (width - 40) / Math.max(stacks.length, 1));
  const ordered = stacks.toSorted((a, b) => a.x - b.x);
  const xs = ordered.map(({ x }) => x);
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i], xs[i - 1] + gap);
  for (let i = xs.length - 1; i >= 0; i--) xs[i] = Math.min(xs[i], i === xs.length - 1 ? width - 20 : xs[i + 1] - gap);
  return ordered.map((stack, index) => at(stack, rounded(xs[index])));
}

const at = (one: Raised, x: number): Raised => ({ ...one, x, over: one.over.map((other) => at(other, x)) });

/** Each step towards an extension stands higher than the one before. */
function asStairs(stacks: Raised[]): Raised[] {
  let step = 0;
  return stacks.map((stack) => (stack.event.kind === 'extension' ? { ...stack, step: step++ } : stack));
}
