/** A mark that wants words beside it. Measures are millimetres. */
export interface Standing {
  x: number;
  /** How wide its words are. */
  length: number;
}

/** Where a mark's words are: lane 1 is nearest to the axis, and the words stand from `from` to `to`. */
export interface Seat {
  x: number;
  lane: number;
  from: number;
  to: number;
  side: 'left' | 'right';
}

const LANES = 5;
/** Half of what a mark is wide. */
const NEAR = 2.2;

/**
 * Seats for as many as fit, in the order given; null for whoever finds none. Words never meet other words, another's mark
 * or its stem. Seated from the left, from the right, and from both ends towards the middle, whichever seats most.
 */
export function seated(standing: Standing[], width: number): (Seat | null)[] {
  const fromLeft = standing.map((_, at) => at);
  const inwards = fromLeft.flatMap((at) => [at, standing.length - 1 - at]).slice(0, standing.length);
  const tries = [fromLeft, fromLeft.toReversed(), inwards].map((order) => seatedInOrder(standing, order, width));
  return tries.toSorted((a, b) => b.filter(Boolean).length - a.filter(Boolean).length)[0]!;
}

function seatedInOrder(standing: Standing[], order: number[], width: number): (Seat | null)[] {
  const seats: (Seat | null)[] = standing.map(() => null);
  for (const at of order) seats[at] = seatFor(standing[at]!, width, seats.filter((seat) => seat !== null));
  return seats;
}

/** Words stand on the side where there is more room, or else on the other; as high as they can, so that others have room below. */
function seatFor({ x, length }: Standing, width: number, taken: Seat[]): Seat | null {
  const right = { from: x - NEAR, to: x + length, side: 'right' as const };
  const left = { from: x - length, to: x + NEAR, side: 'left' as const };
  for (const place of x < width / 2 ? [right, left] : [left, right]) {
    if (place.from < -0.5 || place.to > width + 0.5) continue;
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
  const standsOver = other.lane > one.lane && other.x > one.from && other.x < one.to && other.x !== one.x;
  return !standsOver;
}
