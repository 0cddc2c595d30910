import * as m from '#messages';
import type { Check } from './check.ts';
import { quote } from './passages.ts';

/** A goal has its figure, and "about" in front of it: how far from it is still reached? */
export const goalBlurred: Check<{ goal: string }> = {
  code: 'goal-blurred',
  severity: 'note',
  say: m.check_goal_blurred,
  find: ({ reading }) =>
    reading.goals
      .filter(({ approx, target, share }) => approx && (target !== null || share !== null))
      .map(({ source, text }) => ({ span: source, facts: { goal: quote(text) } })),
};
