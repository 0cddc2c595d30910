/** A place in the text that was read: UTF-16 offsets `start` (inclusive) to `end` (exclusive), and the 1-based line of `start`. */
export interface TextSpan {
  start: number;
  end: number;
  line: number;
}

/** True when the two spans share at least one character. */
export const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

/** Characters the two spans share, divided by the characters either covers: 0 (apart) to 1 (the same). */
export function likeness(a: TextSpan, b: TextSpan): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (shared <= 0) return 0;
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
