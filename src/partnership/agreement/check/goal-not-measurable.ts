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

/** What goals speak of when nobody has thought of how to tell. */
const VAGUE = /öka|minska|bättre|förbättr|trygg|stärk|främja|utveckl|kännedom|känn[aes]|upplev|tillit|tilltro|förtroende|delaktig|inkluder|bidra|skapa|engagera|möjlig|använd|får|hälsa|samverka/iu;

/** A figure, a share or a thing to have made ("a proposal") can be told from its absence. */
const isUnmeasurable = ({ target, share, text }: Goal): boolean =>
  target === null && share === null && VAGUE.test(text) && !/\d|procent|hälften|tredjedel|fjärdedel|samtliga|(?<!\p{L})(?:alla|varje|ingen|inga|noll|var (?:annan|tredje|fjärde|femte))(?!\p{L})|förslag|plan(?!\p{L}*s)|upprätta|ta fram|tas fram|etablera|starta|genomför/iu.test(text);

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
