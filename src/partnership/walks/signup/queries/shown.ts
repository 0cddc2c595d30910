import { addDays } from '#kernel/calendar-date.ts';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import type { Named, Walk } from '../../model.ts';
import { isTheHouse } from '../../policy.ts';
import { type WalkState, walkState } from '../../rules/state.ts';
import { findWalk, walksBetween } from '../../store/walks.server.ts';
import { placesLeftOf, takenOf } from '../store/seen.server.ts';
import { asksForAge, findGroup, startedGroups } from '../store/walkers.server.ts';

/** Weeks ahead in which coming walks are shown. */
const WEEKS = 8;

/** A walk as anybody who has its address sees it: what, when, roughly where, and whether it lacks people. */
export interface ShownWalk extends Pick<Walk, 'id' | 'kind' | 'night' | 'starts' | 'ends' | 'places'> {
  group: string | null;
  area: string;
  state: WalkState;
  /** Those that are kept for whoever leads, or has the course, are not among them. */
  placesLeft: number;
  waiting: number;
}

/** One walk for anybody, with the groups that a newcomer may be with. The house gives it, at the door. */
export async function shownWalk(house: Context, walkId: string): Promise<Outcome<{ agreementId: string; walk: ShownWalk; groups: Named[]; groupId: string | null; youngest: number }>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const walk = isId(walkId) ? await findWalk(house, walkId) : null;
  if (!walk) return refuse('not-found', 'walks.not-found');
  const groups = (await startedGroups(house, walk.agreementId)).map(({ id, name }) => ({ id, name }));
  return done({ agreementId: walk.agreementId, walk: await shown(house, walk), groups, groupId: walk.group?.id ?? null, youngest: await asksForAge(house, walkId) });
}

/** A group's walks of the coming weeks for anybody, those that are not cancelled. The house gives them, at the door. */
export async function shownWalksOf(house: Context, groupId: string): Promise<Outcome<{ group: string; walks: ShownWalk[] }>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const group = isId(groupId) ? await findGroup(house, groupId) : null;
  if (!group) return refuse('not-found', 'walks.not-found');
  return done({ group: group.name, walks: await shownComing(house, group.agreementId, (walk) => walk.group?.id === groupId) });
}

/** The walks of a partnership that are still to come, as anybody sees them. */
export async function shownComing(house: Context, agreementId: string, some: (walk: Walk) => boolean): Promise<ShownWalk[]> {
  const today = house.clock.today();
  const walks = await walksBetween(house, agreementId, { from: today, to: addDays(today, 7 * WEEKS) });
  return Promise.all(walks.filter((walk) => some(walk) && walkState(walk, house.clock.now()) === 'planned').map((walk) => shown(house, walk)));
}

async function shown(context: Context, walk: Walk): Promise<ShownWalk> {
  const { id, kind, night, starts, ends, places, group, area } = walk;
  const [{ waiting }, placesLeft] = await Promise.all([takenOf(context, id), placesLeftOf(context, id)]);
  return { id, kind, night, starts, ends, places, group: group?.name ?? null, area: area.name, state: walkState(walk, context.clock.now()), placesLeft, waiting };
}
