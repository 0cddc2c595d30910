import * as m from '#messages';
import type { Goal } from '../model.ts';
import type { Check } from './check.ts';
import { quote } from './passages.ts';

/** Goals without figure, share or anything one can tick off. Goals that stand together are said once. */
export const goalNotMeasurable: Check<{ goal: string; count: number }> = {
  code: 'goal-not-measurable',
  severity: 'note',
  say: m.check_goal_not_measurable,
  find({ reading: { goals } }) {
    return runsOf(goals, isUnmeasurable).map((run) => ({
      span: run[0]!.source,
      facts: { goal: quote(run[0]!.text), count: run.length },
    }));
  },
};

/** A figure, a share or a thing to have made ("a proposal") can be told from its absence. */
const isUnmeasurable = ({ target, share, text }: Goal): boolean =>
  target === null && share === null && !/\d|procent|hälften|tredjedel|fjärdedel|samtliga|(?<!\p{L})(?:alla|varje|ingen|inga)(?!\p{L})|förslag|plan(?!\p{L}*s)|upprätta|ta fram|tas fram|etablera|starta|genomför/iu.test(text);

/** Neighbours in the list that all have the quality. */
function runsOf(goals: Goal[], has: (goal: Goal) => boolean): Goal[][] {
  const runs: Goal[][] = [];
  let previous: Goal | null = null;
  for (const goal of goals) {
    if (has(goal)) {
      if (previous && has(previous)) runs.at(-1)!.push(goal);
      else runs.push([goal]);
    }
    previous = goal;
  }
  return runs;
}
