import type { Context } from '#platform/context.ts';
import { rulesOfGroup } from '../groups/queries/network.ts';
import { groupState } from '../groups/rules/group-state.ts';
import { areasIn, areasOf, groupsIn } from '../groups/store/groups.server.ts';
import type { Named } from '../model.ts';
import type { Candidate } from './rules/right-group.ts';
import { waitingBy } from './store.server.ts';

/** The groups of a partnership that walk now, as somebody who wants to walk could be led to them, and the areas to choose from. */
export async function candidatesIn(house: Context, agreementId: string): Promise<{ candidates: (Candidate & { organisationId: string })[]; areas: Named[] }> {
  const walking = (await groupsIn(house, agreementId)).filter((group) => groupState(group) === 'started');
  const [waiting, where] = [await waitingBy(house, agreementId), await areasOf(house, walking.map(({ id }) => id))];
  const candidates = [];
  for (const { id, name, organisation } of walking) {
    const { youngest } = await rulesOfGroup(house, id);
    candidates.push({ id, name, organisationId: organisation.id, youngest, waiting: waiting.get(id) ?? 0, areaIds: where.filter(({ groupId }) => groupId === id).map((area) => area.id) });
  }
  return { candidates, areas: await areasIn(house, agreementId) };
}
