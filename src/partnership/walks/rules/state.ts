import type { Walk } from '../model.ts';

export type WalkState = 'planned' | 'under-way' | 'walked' | 'left-open' | 'cancelled';

/** Milliseconds after its end that a walk may stay open before it counts as left open: the debrief and the way home. */
const TIME_TO_CLOSE = 3 * 3_600_000;

/** How far a walk has come: computed from what has been recorded and the time. One that nobody closed is left open, not walked. */
export function walkState({ starts, ends, cancelledAt, closedAt }: Pick<Walk, 'starts' | 'ends' | 'cancelledAt' | 'closedAt'>, now: Date): WalkState {
  if (cancelledAt) return 'cancelled';
  if (closedAt) return 'walked';
  if (now < starts) return 'planned';
  return now.getTime() <= ends.getTime() + TIME_TO_CLOSE ? 'under-way' : 'left-open';
}
