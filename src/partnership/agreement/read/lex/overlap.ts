/** In the order of the text, without those that overlap: of two, the one that was found first is kept. */
export function withoutOverlap<T extends { at: number; end: number }>(found: T[]): T[] {
  if (found.every(({ at }, i) => i === 0 || found[i - 1]!.end <= at)) return found;
  const ranked = found.map((item, rank) => ({ item, rank })).sort((a, b) => a.item.at - b.item.at || a.rank - b.rank);
  const kept: { item: T; rank: number }[] = [];
  for (const next of ranked) {
    const last = kept.at(-1);
    if (!last || last.item.end <= next.item.at) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ item }) => item);
}
