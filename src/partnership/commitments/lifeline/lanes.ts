import type { LifelineForm, LifelineMark } from './model.ts';

/** A mark that stands on a stem above the axis and wants words beside it. */
export interface Standing {
  key: string;
  x: number;
  /** Half the mark's width. */
  radius: number;
  title: string;
  detail: string;
  /** Which step of the stairs it is: higher than those before it, with its words to the left. Null for what may stand anywhere. */
  step: number | null;
  /** Marks that hang over it on the same stem, from the lowest up. */
  over: Standing[];
}

type Anchor = 'start' | 'end';

/** Where a mark has its words. Lane 0 is the highest. */
export interface Seat {
  key: string;
  lane: number;
  anchor: Anchor;
  title: string;
  detail: string;
  x1: number;
  x2: number;
}

interface Letters {
  title: number;
  detail: number;
}

interface Room {
  width: number;
  lanes: number;
  /** A line through all lanes that no words may cross: today. */
  wall: number | null;
}

interface Claimed extends Seat {
  step: number | null;
  /** The mark's own place in the lane. */
  mark: { x1: number; x2: number };
  x: number;
  /** Stems go down from here through every lower lane. */
  isTop: boolean;
}

const LANES: Record<LifelineForm, number> = { 1180: 5, 720: 5 };

/** The longest words to try, dearest first: letters of the title and of the detail. */
const LONGEST: Record<LifelineForm, Letters[]> = {
  1180: [{ title: 32, detail: 44 }, { title: 32, detail: 0 }, { title: 18, detail: 18 }, { title: 18, detail: 0 }],
  720: [{ title: 24, detail: 24 }, { title: 24, detail: 0 }, { title: 16, detail: 0 }],
};
/** Wider than any letter of the face is on average at 15 units, so that no text runs longer than planned. */
const LETTER = { title: 8.6, detail: 8 };
const GAP = 7;

/**
 * Seats for as many as fit: words never meet other words, another mark, a stem or today's line. Seated from the left and
 * from the right, whichever seats more. Whoever finds no seat keeps its mark and is named in the list only.
 */
export function seated(standing: Standing[], form: LifelineForm, wall: number | null): Map<string, Seat> {
  const fromTheLeft = standing.toSorted((a, b) => a.x - b.x);
  const tries = [fromTheLeft, fromTheLeft.toReversed()].map((order) => seatedInOrder(order, form, { width: form, lanes: LANES[form], wall }));
  const [best] = tries.toSorted((a, b) => words(b) - words(a));
  return new Map(best.map(({ mark: _mark, x: _x, isTop: _isTop, step: _step, ...seat }) => [seat.key, seat]));
}

/** Lines of words; a title counts more than any number of details. */
const words = (seats: Seat[]): number => seats.reduce((sum, { detail }) => sum + 1000 + Number(detail !== ''), 0);

function seatedInOrder(order: Standing[], form: LifelineForm, room: Room): Claimed[] {
  const taken: Claimed[] = [];
  for (const one of order) taken.push(...(firstThatFits(one, form, room, taken) ?? []));
  return taken;
}

function firstThatFits(one: Standing, form: LifelineForm, room: Room, taken: Claimed[]): Claimed[] | null {
  for (const letters of LONGEST[form]) {
    for (const lane of lanesFor(one, room, taken)) {
      const claim = stackAt(one, lane, { letters, room, taken });
      if (claim) return claim;
    }
  }
  return null;
}

/** Lanes to try for the lowest of the stack: from the top, or for stairs from the bottom up. */
function lanesFor({ step, over }: Standing, { lanes }: Room, taken: Claimed[]): number[] {
  const all = Array.from({ length: lanes - over.length }, (_, index) => index + over.length);
  if (step === null) return all;
  const steps = taken.filter((other) => other.step !== null);
  return all.filter((lane) => steps.every((other) => (other.step! < step ? lane < other.lane : lane > other.lane))).toReversed();
}

interface Trying {
  letters: Letters;
  room: Room;
  taken: Claimed[];
}

/** The stack with its lowest in this lane and the others right above; null when one of them does not fit. */
function stackAt(one: Standing, lane: number, trying: Trying): Claimed[] | null {
  const stack = [one, ...one.over];
  const top = lane - one.over.length;
  if (crossesWords(one.x, top, trying.taken)) return null;
  const claims: Claimed[] = [];
  for (const [index, member] of stack.entries()) {
    const anchors: Anchor[] = one.step === null ? ['start', 'end'] : ['end', 'start'];
    const claim = anchors.map((anchor) => claimAt(member, { lane: lane - index, anchor, isTop: index === one.over.length }, trying)).find((found) => fits(found, trying));
    if (!claim) return null;
    claims.push(claim);
  }
  return claims;
}

function claimAt(member: Standing, { lane, anchor, isTop }: { lane: number; anchor: Anchor; isTop: boolean }, { letters }: Trying): Claimed {
  const title = shortened(member.title, letters.title);
  const detail = member.detail.length <= letters.detail ? member.detail : '';
  const length = Math.max(title.length * LETTER.title, detail.length * LETTER.detail);
  const near = member.radius + GAP;
  const [x1, x2] = anchor === 'start' ? [member.x + near, member.x + near + length] : [member.x - near - length, member.x - near];
  return { key: member.key, lane, anchor, title, detail, x1, x2, x: member.x, step: member.step, isTop, mark: { x1: member.x - member.radius - 3, x2: member.x + member.radius + 3 } };
}

function fits(claim: Claimed, { room, taken }: Trying): boolean {
  if (claim.x1 < 0 || claim.x2 > room.width) return false;
  if (room.wall !== null && claim.x1 - 6 < room.wall && room.wall < claim.x2 + 6) return false;
  return taken.every((other) => {
    const sameLane = other.lane === claim.lane && [other, other.mark].some((theirs) => meet(claim, theirs) || meet(claim.mark, theirs));
    const underStem = other.isTop && other.lane < claim.lane && claim.x1 - 4 < other.x && other.x < claim.x2 + 4;
    return !sameLane && !underStem;
  });
}

const meet = (a: { x1: number; x2: number }, b: { x1: number; x2: number }): boolean => a.x1 < b.x2 + 8 && b.x1 < a.x2 + 8;

/** Whether a stem from this lane down to the axis would go through somebody's words. */
const crossesWords = (x: number, lane: number, taken: Claimed[]): boolean => taken.some((other) => other.lane > lane && other.x1 - 4 < x && x < other.x2 + 4);

/** At most this many letters, cut between words where there are any, and never inside an amount with its no-break spaces. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/[ \t\r\n]+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : cut.length).replace(/[\s,.;:–-]+$/, '')}…`;
}

/** The words of a seat, with the lines they stand on beside a mark at `y`. */
export const labelAt = ({ anchor, title, detail, x1, x2 }: Seat, y: number): LifelineMark['label'] => ({
  x: Math.round(anchor === 'start' ? x1 : x2),
  titleY: detail ? y - 2 : y + 5,
  detailY: y + 16,
  anchor,
  title,
  detail,
});
