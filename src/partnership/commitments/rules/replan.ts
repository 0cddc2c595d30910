import { sameValue } from '#kernel/same-value.ts';
import type { Duty } from '../model.ts';
import { inTime } from './duties.ts';

/** What a new plan changes, and the duties that hold after it. */
export interface Replan {
  moved: { before: Duty; after: Duty }[];
  appeared: Duty[];
  fellAway: Duty[];
  plan: Duty[];
}

/** What moves, appears and falls away between two plans. What is closed – done or cancelled – stays as it was, and falls away never. */
export function replan(before: Duty[], after: Duty[], isClosed: (key: string) => boolean): Replan {
  const was = new Map(before.map((duty) => [duty.key, duty]));
  const becomes = new Map(after.map((duty) => [duty.key, duty]));
  const kept = before.filter(({ key }) => isClosed(key));
  const open = after.filter(({ key }) => !(isClosed(key) && was.has(key)));
  return {
    moved: open.flatMap((duty) => {
      const earlier = was.get(duty.key);
      return earlier && !sameValue(earlier.timing, duty.timing) ? [{ before: earlier, after: duty }] : [];
    }),
    appeared: open.filter(({ key }) => !was.has(key)),
    fellAway: before.filter(({ key }) => !becomes.has(key) && !isClosed(key)),
    plan: [...kept, ...open].toSorted(inTime),
  };
}
