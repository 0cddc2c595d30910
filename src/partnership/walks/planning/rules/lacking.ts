import type { WalkTask } from '../../model.ts';
import type { Lacking } from '../model.ts';

/** What a walk lacks: a group, a leader where it has a place for one, people enough to be walked at all, somebody grown where those who walk are young. Nothing, once it is cancelled. */
export function lackingOf({ group, smallest, manned, cancelledAt, youngAlone }: { group: unknown; smallest: number; manned: Record<WalkTask, { places: number; placed: number }>; cancelledAt: Date | null; youngAlone: boolean }): Lacking[] {
  if (cancelledAt) return [];
  const placed = manned.leader.placed + manned.walker.placed;
  return [
    ...(group ? [] : ['group' as const]),
    ...(manned.leader.places > 0 && manned.leader.placed === 0 ? ['leader' as const] : []),
    ...(placed < smallest ? ['people' as const] : []),
    ...(youngAlone ? ['adult' as const] : []),
  ];
}
