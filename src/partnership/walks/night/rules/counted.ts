import type { Entry } from '../model.ts';

/** The entries that count, and those that wait for what they build on. */
export interface Sorted {
  /** Each once, in the order of their times and then of their identities. */
  counted: Entry[];
  waiting: Entry[];
}

/** Sorts entries by whether everything that they build on is there, in whatever order and however often they have come. What builds on itself waits for ever. */
export function sortedOut(entries: readonly Entry[]): Sorted {
  const all = [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(inOrder);
  const missing = new Map(all.map(({ id, buildsOn }) => [id, new Set(buildsOn)]));
  const above = Map.groupBy(
    all.flatMap((entry) => [...new Set(entry.buildsOn)].map((base) => ({ base, entry }))),
    ({ base }) => base,
  );
  const ready = all.filter(({ buildsOn }) => buildsOn.length === 0);
  for (const { id } of ready) {
    for (const { entry } of above.get(id) ?? []) {
      const left = missing.get(entry.id)!;
      left.delete(id);
      if (left.size === 0) ready.push(entry);
    }
  }
  const counts = new Set(ready.map(({ id }) => id));
  return { counted: all.filter(({ id }) => counts.has(id)), waiting: all.filter(({ id }) => !counts.has(id)) };
}

const inOrder = (a: Entry, b: Entry): number => compare(a.capturedAt, b.capturedAt) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
