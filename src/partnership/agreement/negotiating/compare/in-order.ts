/** Of these places the longest row that only rises, as indices: what stands in the same order as before. What is left out was moved. */
export function inOrder(places: number[]): Set<number> {
  const ends: number[] = [];
  const former: (number | undefined)[] = [];
  places.forEach((place, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]] < place) low = middle + 1;
      else high = middle;
    }
    former[at] = ends[low - 1];
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = former[at]) kept.add(at);
  return kept;
}
