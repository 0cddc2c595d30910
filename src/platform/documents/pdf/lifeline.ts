import { addMonths, type CalendarDate, daysBetween, monthsCovered } from '#kernel/calendar-date.ts';
import type { DocumentLifeline } from '../content.ts';
import type { Say } from '../say.ts';

/** Millimetres on paper. */
const WIDTH = 140;
const MARGIN = 3;
const LANES = 5;
const LANE = 8.5;
const LETTER = 1.5;
const LONGEST_LABEL = 30;

/** The lifeline as places on paper in millimetres, lanes counted from the axis upwards. Lane 0 has a mark and no words. */
export interface DrawnLifeline {
  alt: string;
  width: number;
  height: number;
  axis: number;
  ticks: { x: number; label: string }[];
  marks: { x: number; y: number; kind: string; label: string; day: string; side: 'left' | 'right' }[];
}

interface Seat {
  x: number;
  lane: number;
  from: number;
  to: number;
}

export function drawnLifeline({ title, marks, from, to }: DocumentLifeline, say: Say): DrawnLifeline {
  const days = Math.max(1, daysBetween(from, to));
  const x = (date: CalendarDate) => Math.round((MARGIN + (Math.min(Math.max(daysBetween(from, date), 0), days) / days) * (WIDTH - 2 * MARGIN)) * 100) / 100;
  const sorted = marks.toSorted((a, b) => a.date.localeCompare(b.date));
  const seats: (Seat | null)[] = [];
  for (const mark of sorted) seats.push(seatFor(x(mark.date), label(mark.label), say.day(mark.date), seats.filter((seat) => seat !== null)));
  const used = [...new Set(seats.map((seat) => seat?.lane ?? 0))].filter((lane) => lane > 0).sort((a, b) => a - b);
  const axis = 5 + used.length * LANE + 3;
  const height = axis + 8;
  return {
    alt: say.lifeline({ title, from: say.day(from), to: say.day(to), count: marks.length, marks: sorted.map((mark) => `${say.day(mark.date)}: ${mark.label}.`).join(' ') }),
    width: WIDTH,
    height,
    axis,
    ticks: ticks(from, to).map((date) => ({ x: x(date), label: say.tick(date) })),
    marks: sorted.map((mark, at) => {
      const seat = seats[at];
      const y = seat ? axis - 3 - (used.indexOf(seat.lane) + 0.5) * LANE : axis;
      return { x: x(mark.date), y, kind: mark.kind, label: seat ? label(mark.label) : '', day: say.day(mark.date), side: seat && seat.to <= seat.x + 3 ? 'left' : 'right' };
    }),
  };
}

const label = (words: string): string => (words.length <= LONGEST_LABEL ? words : `${words.slice(0, LONGEST_LABEL - 1).trimEnd()}…`);

/** From the highest lane down: a mark under whose words another stands must stand lower, or its stem would cross them. */
function seatFor(x: number, words: string, day: string, taken: Seat[]): Seat | null {
  const length = Math.max(words.length, day.length) * LETTER + 4;
  const places = [{ from: x - 2.5, to: x + length }, { from: x - length, to: x + 2.5 }].filter((place) => place.from >= 0 && place.to <= WIDTH + 2);
  for (const place of places) {
    for (let lane = LANES; lane > 0; lane -= 1) {
      const seat = { x, lane, ...place };
      if (taken.every((other) => keepsClear(seat, other) && keepsClear(other, seat))) return seat;
    }
  }
  return null;
}

/** True when the words of one meet neither the words nor the stem of the other. */
function keepsClear(one: Seat, other: Seat): boolean {
  if (one.lane === other.lane) return one.to <= other.from || other.to <= one.from;
  const standsOver = other.lane > one.lane && other.x > one.from - 0.5 && other.x < one.to && other.x !== one.x;
  return !standsOver;
}

/** The first days of months, so far apart that their words have room. */
function ticks(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const months = monthsCovered(from, to);
  const step = months <= 9 ? 1 : months <= 18 ? 2 : months <= 30 ? 3 : months <= 60 ? 6 : 12;
  const found: CalendarDate[] = [];
  for (let date = `${from.slice(0, 4)}-01-01`; date <= to; date = addMonths(date, step)) if (date >= from) found.push(date);
  return found;
}
