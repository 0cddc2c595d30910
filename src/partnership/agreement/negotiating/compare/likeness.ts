import { isWord, tokensOf } from './tokens.ts';

/** The words of a text with how often each occurs, in small letters, and how many they are. */
export interface Bag {
  words: Map<string, number>;
  size: number;
}

export function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const token of tokensOf(text)) {
    if (!isWord(token)) continue;
    const word = token.word.toLowerCase();
    words.set(word, (words.get(word) ?? 0) + 1);
    size += 1;
  }
  return { words, size };
}

/** How alike two texts are, from nothing in common (0) to the same words (1): Dice's coefficient. */
function likeness(one: Bag, other: Bag): number {
  const [small, large] = one.words.size < other.words.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of small.words) shared += Math.min(count, large.words.get(word) ?? 0);
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** A text among those to be paired. */
export interface Candidate {
  bag: Bag;
}

/** A word that stands in more texts than this says nothing about which two belong together. */
const COMMON = 40;
/** How many of those that share most words are looked at closely. */
const CLOSEST = 4;

/**
 * Pairs texts that are alike, the most alike first, each at most once. `enough` says how alike two must be, above 1 for two
 * that must not be paired. By an index of their words, so that time grows with how much is shared and not with all pairs.
 */
export function pairedByLikeness<Text extends Candidate>(former: Text[], latter: Text[], enough: (one: Text, other: Text) => number): [Text, Text][] {
  const index = new Map<string, number[]>();
  former.forEach(({ bag }, at) => bag.words.forEach((_, word) => index.get(word)?.push(at) ?? index.set(word, [at])));
  const pairs = latter.flatMap((other, to) =>
    closestTo(other, index).flatMap((from) => {
      const alike = likeness(former[from].bag, other.bag);
      return alike >= enough(former[from], other) ? [{ from, to, alike }] : [];
    }),
  );
  const taken = { from: new Set<number>(), to: new Set<number>() };
  return pairs
    .sort((a, b) => b.alike - a.alike || a.from + a.to - (b.from + b.to) || a.from - b.from)
    .filter(({ from, to }) => !taken.from.has(from) && !taken.to.has(to) && taken.from.add(from) && taken.to.add(to))
    .map(({ from, to }) => [former[from], latter[to]]);
}

function closestTo({ bag }: Candidate, index: Map<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const word of bag.words.keys()) {
    const places = index.get(word) ?? [];
    if (places.length > COMMON) continue;
    for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSEST).map(([at]) => at);
}
