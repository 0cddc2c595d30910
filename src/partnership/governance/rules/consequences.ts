import type { FactView } from '#pure/agreement';
import { type Duty, dutiesUntil, type Ending, type Replan, replan } from '#pure/commitments';

/** What an early end changes in the agreement's duties, and what still has to be done after it. */
export interface Consequences extends Pick<Replan, 'moved' | 'fellAway'> {
  outlives: Duty[];
}

/** What follows from the early end, reckoned from what was agreed. */
export function consequencesOf(facts: FactView[], text: string, ending: Ending): Consequences {
  const agreed = dutiesUntil(facts, null, { text });
  const early = dutiesUntil(facts, ending, { text });
  const { moved, fellAway } = replan(agreed, early, () => false);
  return { moved, fellAway, outlives: early.filter(({ outside }) => outside === 'after') };
}
