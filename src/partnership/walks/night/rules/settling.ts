import { sameValue } from '#kernel/same-value.ts';
import type { Entry } from '../model.ts';
import { fieldOf } from './field.ts';

/** An entry, and whether whoever sent it led the walk: they may say which of two words stands. */
export interface Sent extends Entry {
  maySettle: boolean;
}

/**
 * The entries that choose between words that contradict each other, sent by somebody who may not: they are kept aside, and
 * the conflict stands. It follows from which entries there are, and not from the order in which they came.
 */
export function settlesWithoutRight(entries: readonly Sent[]): Set<string> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const basesOf = (entry: Entry): Entry[] => entry.buildsOn.flatMap((id) => byId.get(id) ?? []).filter((base) => fieldOf(base) === fieldOf(entry));
  return new Set(entries.filter((entry) => !entry.maySettle && contradict(basesOf(entry), basesOf)).map(({ id }) => id));
}

/** Whether two of them say different things, and neither has taken the place of the other. */
function contradict(bases: Entry[], basesOf: (entry: Entry) => Entry[]): boolean {
  if (bases.length < 2) return false;
  const below = new Set(bases.flatMap((base) => [...underneath(base, basesOf)]));
  const [first, ...others] = bases.filter(({ id }) => !below.has(id));
  return others.some(({ body }) => !sameValue(body, first.body));
}

/** The ids of everything of its field that an entry has taken the place of, however far down. */
function underneath(entry: Entry, basesOf: (entry: Entry) => Entry[]): Set<string> {
  const found = new Set<string>();
  const next = basesOf(entry);
  for (const base of next) {
    if (found.has(base.id)) continue;
    found.add(base.id);
    next.push(...basesOf(base));
  }
  return found;
}
