import type { FactView } from '#pure/agreement';
import { groupsOf, isDecided } from './fact-groups.ts';

/** What comes after the last fact: the form that starts the partnership, whose place in the page is named as those of facts are. */
export const START = 'start';

/** The fact to look at after this one: the next undecided in the order of the page, else the first; null when none is left. */
export function nextToDecide(facts: FactView[], after: string): string | null {
  const ordered = groupsOf(facts).flatMap(({ facts }) => facts);
  const here = ordered.findIndex(({ id }) => id === after);
  const next = [...ordered.slice(here + 1), ...ordered.slice(0, here)].find((fact) => !isDecided(fact));
  return next?.id ?? null;
}
