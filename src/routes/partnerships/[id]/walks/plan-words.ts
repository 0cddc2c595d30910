import * as m from '#messages';
import type { Lacking, Occasion, OccasionKind, PlannedWalk, WalkKind } from '#pure/walks';
import { capital } from '#ui/format/capital.ts';
import { inWords } from '#ui/format/in-words.ts';
import type { MarkState } from '#ui/MarkShape.svelte';

const OCCASIONS: Record<OccasionKind, () => string> = {
  'school-break': m.occasion_school_break,
  concert: m.occasion_concert,
  other: m.occasion_other,
  'last-of-april': m.occasion_last_of_april,
  lucia: m.occasion_lucia,
  payday: m.occasion_payday,
  midsummer: m.occasion_midsummer,
  'new-year': m.occasion_new_year,
  halloween: m.occasion_halloween,
};

export const sayOccasionKind = (kind: OccasionKind): string => OCCASIONS[kind]();

/** The name that somebody has given it, or what it is called every year. */
export const sayOccasion = ({ kind, name }: Occasion): string => name ?? sayOccasionKind(kind);

export const sayWalkKind = (kind: WalkKind): string => (kind === 'night' ? m.walk_kind_night() : m.walk_kind_day());

/** What a walk lacks, as words beside its mark: "saknar grupp och ledare". */
export function sayLacking({ lacking, smallest, manned }: PlannedWalk): string {
  const words: Record<Lacking, () => string> = {
    group: m.walk_lacks_group,
    leader: m.walk_lacks_leader,
    adult: m.walk_lacks_adult,
    people: () => m.walk_lacks_people({ count: smallest - manned.leader.placed - manned.walker.placed }),
  };
  return lacking.map((one) => words[one]()).join(', ');
}

/** How a walk of the plan stands, as its mark. */
export const markOfWalk = ({ cancelledAt, closedAt, lacking }: PlannedWalk): MarkState => (cancelledAt ? 'off' : closedAt ? 'done' : lacking.length > 0 ? 'soon' : 'todo');

/** What stands beside the mark of a walk. */
export function stateOfWalk(walk: PlannedWalk): string {
  if (walk.cancelledAt) return m.walk_cancelled();
  if (walk.closedAt) return m.walk_walked();
  return walk.lacking.length > 0 ? sayLacking(walk) : m.walk_has_people();
}

/** The heading that answers: how many of the walks of these weeks lack people. */
export function answerOf(walks: readonly PlannedWalk[], weeks: number): string {
  const open = walks.filter(({ cancelledAt }) => !cancelledAt);
  const count = open.filter(({ lacking }) => lacking.length > 0).length;
  if (open.length === 0) return m.plan_has_no_walks({ weeks: inWords(weeks) });
  return count === 0 ? m.plan_has_no_gaps({ weeks: inWords(weeks) }) : capital(m.plan_has_gaps({ count, words: inWords(count), weeks: inWords(weeks) }));
}
