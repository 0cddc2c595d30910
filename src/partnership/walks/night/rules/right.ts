import type { AsideReason } from '../model.ts';

/** How somebody stands to a walk that they have, or have had, something to do with. */
export interface Part {
  walkCancelled: boolean;
  /** They have a place on it now. */
  placed: boolean;
  /** They, or somebody else, have cancelled their sign-up. */
  cancelled: boolean;
  /** They walk with nobody in the partnership any more. */
  left: boolean;
}

/** Why what somebody has captured does not count by itself: because of a right that they have lost, the gravest first; null where it counts. */
export function asideBecause({ walkCancelled, placed, cancelled, left }: Part, { keyEnded }: { keyEnded: boolean }): AsideReason | null {
  if (walkCancelled) return 'walk-cancelled';
  if (left) return 'left';
  if (keyEnded) return 'key-ended';
  if (placed) return null;
  return cancelled ? 'signup-cancelled' : 'no-place';
}
