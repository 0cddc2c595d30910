import { sameValue } from '#kernel/same-value.ts';
import { likeness } from '#kernel/text-span.ts';
import type { ReadFact } from './facts.ts';

export interface KnownFact extends ReadFact {
  id: string;
  /** A person has confirmed, corrected or removed it. */
  decided: boolean;
}

export interface Reread {
  /** Known facts that nobody has decided on and that the newer reader reads otherwise. */
  update: { id: string; fact: ReadFact }[];
  /** Facts that were not known before. */
  add: ReadFact[];
  /** Ids of undecided facts that the newer reader does not find. */
  withdraw: string[];
}

/**
 * What a newer reading of the same text changes. A fact that a person has decided on is never changed or withdrawn,
 * and takes its place in the text: what the newer reader finds there is not added beside it.
 */
export function reread(known: KnownFact[], next: ReadFact[]): Reread {
  const pairs = matched(known, next);
  const taken = new Set(pairs.map(({ to }) => to));
  const found = new Set(pairs.map(({ from }) => from));
  return {
    update: pairs.filter(({ from, to }) => !from.decided && !same(from, to)).map(({ from, to }) => ({ id: from.id, fact: to })),
    add: next.filter((fact) => !taken.has(fact)),
    withdraw: known.filter((fact) => !fact.decided && !found.has(fact)).map(({ id }) => id),
  };
}

const same = (a: ReadFact, b: ReadFact) => sameValue(a.value, b.value) && a.certainty === b.certainty && sameValue(a.span, b.span);

/** One to one, within a kind, those that share most of their place in the text first; equal values before unequal ones. */
function matched(known: KnownFact[], next: ReadFact[]): { from: KnownFact; to: ReadFact }[] {
  const candidates = known.flatMap((from) =>
    next
      .filter((to) => to.kind === from.kind)
      .map((to) => ({ from, to, score: likeness(from.span, to.span) + (sameValue(from.value, to.value) ? 1 : 0) }))
      .filter(({ from, to }) => likeness(from.span, to.span) > 0),
  );
  candidates.sort((a, b) => b.score - a.score);
  const used = new Set<ReadFact>();
  return candidates.filter(({ from, to }) => {
    if (used.has(from) || used.has(to)) return false;
    used.add(from).add(to);
    return true;
  });
}
