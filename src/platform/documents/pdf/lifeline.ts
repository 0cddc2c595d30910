import { addMonths, type CalendarDate, daysBetween, monthsCovered } from '#kernel/calendar-date.ts';
import type { DocumentLifeline } from '../content.ts';
import type { Say } from '../say.ts';
import { drawing } from './drawing.ts';
import { seated } from './lanes.ts';

/** Millimetres on paper. */
const WIDTH = 140;
const MARGIN = 3;
const LANE = 8.5;
const LETTER = 1.45;
const LONGEST_LABEL = 28;

/** The lifeline as places on paper in millimetres. A mark without words stands on the axis. */
export interface DrawnLifeline {
  alt: string;
  /** SVG without words. */
  drawing: string;
  width: number;
  height: number;
  axis: number;
  ticks: { x: number; label: string }[];
  marks: { x: number; y: number; label: string; day: string; side: 'left' | 'right' }[];
}

export function drawnLifeline({ title, marks, from, to }: DocumentLifeline, say: Say): DrawnLifeline {
  const days = Math.max(1, daysBetween(from, to));
  const x = (date: CalendarDate) => Math.round((MARGIN + (Math.min(Math.max(daysBetween(from, date), 0), days) / days) * (WIDTH - 2 * MARGIN)) * 100) / 100;
  const sorted = marks.toSorted((a, b) => a.date.localeCompare(b.date)).map(({ date, label, kind }) => ({ x: x(date), kind, words: label, label: shortened(label), day: say.day(date) }));
  const seats = seated(sorted.map((mark) => ({ x: mark.x, length: Math.max(mark.label.length, mark.day.length) * LETTER + 4 })), WIDTH);
  const lanes = [...new Set(seats.flatMap((seat) => seat?.lane ?? []))].sort((a, b) => a - b);
  const axis = 5 + lanes.length * LANE + 3;
  const height = axis + 8;
  const placed = sorted.map((mark, at) => {
    const seat = seats[at];
    if (!seat) return { ...mark, y: axis, label: '', side: 'right' as const };
    return { ...mark, y: axis - 3 - (lanes.indexOf(seat.lane) + 0.5) * LANE, side: seat.side };
  });
  const onAxis = ticks(from, to).map((date) => ({ x: x(date), label: say.tick(date) }));
  return {
    alt: say.lifeline({ title, from: say.day(from), to: say.day(to), count: marks.length, marks: sorted.map(({ day, words }) => `${day}: ${words}.`).join(' ') }),
    drawing: drawing({ width: WIDTH, height, axis, ticks: onAxis, marks: placed }),
    width: WIDTH,
    height,
    axis,
    ticks: onAxis,
    marks: placed.map(({ x: at, y, label, day, side }) => ({ x: at, y, label, day, side })),
  };
}

const shortened = (words: string): string => (words.length <= LONGEST_LABEL ? words : `${words.slice(0, LONGEST_LABEL - 1).trimEnd()}…`);

/** The first days of months, so far apart that their words have room. */
function ticks(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const months = monthsCovered(from, to);
  const step = months <= 9 ? 1 : months <= 18 ? 2 : months <= 30 ? 3 : months <= 60 ? 6 : 12;
  const found: CalendarDate[] = [];
  for (let date = `${from.slice(0, 4)}-01-01`; date <= to; date = addMonths(date, step)) if (date >= from) found.push(date);
  return found;
}
