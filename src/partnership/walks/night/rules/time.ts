/** How far a clock may be ahead of ours before an entry's time is doubted, in milliseconds. */
const AHEAD = 2 * 60_000;

/** How long before the walk walkers can gather, in milliseconds. */
const BEFORE = 3 * 3_600_000;

/** Why the time of an entry is doubted: nothing is dropped for it. */
export type Doubt = 'from-the-future' | 'before-the-walk';

/** When something was captured, with how wrong the telephone's clock was taken away: `offset` is what to add to it, in milliseconds. */
export const correctedBy = (phoneAt: Date, offset: number): Date => new Date(phoneAt.getTime() + offset);

/** Whether an entry's time can be right. */
export function doubtOf(capturedAt: Date, { receivedAt, starts }: { receivedAt: Date; starts: Date }): Doubt | null {
  if (capturedAt.getTime() > receivedAt.getTime() + AHEAD) return 'from-the-future';
  return capturedAt.getTime() < starts.getTime() - BEFORE ? 'before-the-walk' : null;
}
