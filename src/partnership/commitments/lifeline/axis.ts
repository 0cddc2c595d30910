import { addMonths, type CalendarDate, daysBetween } from '#kernel/calendar-date.ts';
import type { Lifeline, LifelineStory, Stretch } from './model.ts';

const MARGIN = 27.3;

/** Where a day stands on an axis of this width. */
export type Scale = (date: CalendarDate) => number;

/** From the first day at the left margin to the last at the right; a single day stands in the middle. */
export function scaleOf(from: CalendarDate, to: CalendarDate, width: number, margin = MARGIN): Scale {
  const days = daysBetween(from, to);
  return (date) => rounded(days === 0 ? width / 2 : margin + (daysBetween(from, date) / days) * (width - 2 * margin));
}

export const rounded = (x: number): number => Math.round(x * 10) / 10;

const LABEL_WIDTH = 52;
const STEPS = [1, 3, 6, 12, 24, 60, 120];

/** First days of months, as close as their labels have room. */
export function ticksOf(from: CalendarDate, to: CalendarDate, width: number, x: Scale): Lifeline['ticks'] {
  const months = Math.max(1, daysBetween(from, to) / 30.44);
  const step = STEPS.find((each) => (width - 2 * MARGIN) / (months / each) >= LABEL_WIDTH) ?? STEPS.at(-1)!;
  const ticks: Lifeline['ticks'] = [];
  for (let date = firstTick(from, step); date <= to; date = addMonths(date, step)) {
    ticks.push({ x: x(date), date, labelled: x(date) + LABEL_WIDTH <= width, withYear: step >= 12 || (ticks.length > 0 && date.slice(5, 7) === '01') });
  }
  return ticks;
}

/** The first 1st on or after the day that is a whole number of steps into its year. */
function firstTick(from: CalendarDate, step: number): CalendarDate {
  const whole = `${from.slice(0, 4)}-01-01`;
  let date = whole;
  while (date < from) date = addMonths(date, Math.min(step, 12));
  return date;
}

/** The line in its three parts. The end of the term, and today, part them; without an end everything to come is ahead. */
export function axisOf({ term, today, from, to }: LifelineStory, x: Scale): Lifeline['axis'] {
  if (from === null || to === null) return { past: null, ahead: null, after: null };
  const termEnd = term.end && term.end < to ? term.end : to;
  const now = today < from ? from : today;
  const past = stretch(x(from), x(now < termEnd ? now : termEnd));
  const ahead = now < termEnd ? stretch(x(now), x(termEnd)) : null;
  const after = termEnd < to ? stretch(x(termEnd) + 4, x(to)) : null;
  return { past, ahead, after };
}

const stretch = (x1: number, x2: number): Stretch | null => (x2 > x1 ? { x1: rounded(x1), x2 } : null);
