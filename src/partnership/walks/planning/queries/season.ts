import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayPlanWalks } from '../../policy.ts';
import type { Occasion, Pattern, PlannedNight } from '../model.ts';
import { MOST_WALKS, patternStands, seasonOf } from '../rules/pattern.ts';
import { groupsInTurn } from '../store/planning.server.ts';
import { occasionsIn } from './occasions.ts';

/** The walks that a pattern would give, to be looked at before anything is kept. */
export async function seasonPreview(context: Context, { agreementId, pattern, without }: { agreementId: string; pattern: Pattern; without?: readonly CalendarDate[] }): Promise<Outcome<{ nights: PlannedNight[]; occasions: Occasion[] }>> {
  const asked = await ask(context, mayPlanWalks, agreementId);
  if (!asked.ok) return asked;
  const stands = patternStands(pattern);
  if (!stands.ok) return stands;
  const groups = await groupsInTurn(context, agreementId);
  if (pattern.groupIds.some((wanted) => !groups.some(({ id }) => id === wanted))) return refuse('invalid', 'walks.group-does-not-walk', { path: 'groups' });
  const occasions = await occasionsIn(context, agreementId, pattern.period);
  if (!occasions.ok) return occasions;
  const nights = seasonOf(pattern, { occasions: occasions.value, weights: new Map(groups.map(({ id, weight }) => [id, weight])), without });
  if (nights.length === 0) return refuse('invalid', 'walks.season-has-no-night', { path: 'weekdays' });
  if (nights.length > MOST_WALKS) return refuse('invalid', 'walks.season-too-long', { path: 'end', facts: { most: MOST_WALKS } });
  return done({ nights, occasions: occasions.value });
}
