/**
 * Who has each of `count` turns, by index: at every moment each has had its part by weight within one, as nobody can be
 * given half a night. R. Tijdeman's way with the chairman assignment problem (Discrete Mathematics 32, 1980): of those who
 * are far enough behind, the one who will soonest be a whole turn behind.
 */
export function turnsOf(weights: readonly number[], count: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const slack = weights.length > 1 ? 1 / (2 * weights.length - 2) : 1;
  const had = weights.map(() => 0);
  return Array.from({ length: count }, (_, turn) => {
    const behind = weights.map((weight, index) => (weight / total) * (turn + 1) - had[index]!);
    const soon = weights.flatMap((weight, index) => (weight > 0 && behind[index]! >= slack - 1e-9 ? [{ index, by: (1 - slack - behind[index]!) / weight }] : []));
    const { index } = soon.reduce((first, other) => (other.by < first.by - 1e-9 ? other : first));
    had[index]! += 1;
    return index;
  });
}
