import { shownWalk, shownWalksOf, walksOf } from '#partnership/walks';
import { addDays } from '#kernel/calendar-date.ts';
import { refuse } from '#kernel/outcome.ts';
import { valueOr404 } from '../../../../answer.ts';
import type { PageServerLoad } from './$types';

/** A page to print: of one walk (`?walk=`) or of all that a group has ahead (`?group=`). */
export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  const { context } = locals;
  const { house } = locals.signIn;
  const today = context.clock.today();
  const [walkId, groupId] = [url.searchParams.get('walk'), url.searchParams.get('group')];
  const ahead = valueOr404(await walksOf(context, id, { from: today, to: addDays(today, 365) }));
  if (walkId) {
    const { walk, agreementId } = valueOr404(await shownWalk(house, walkId));
    if (agreementId !== id) valueOr404(refuse('not-found', 'walks.not-found'));
    return { id, walk, group: null, to: `${url.origin}/walk/${walkId}` };
  }
  const groups = [...new Map(ahead.flatMap(({ group }) => (group ? [[group.id, group.name]] : []))).keys()];
  const chosen = groupId && groups.includes(groupId) ? groupId : groups[0];
  if (!chosen) return { id, walk: null, group: null, to: null };
  return { id, walk: null, group: valueOr404(await shownWalksOf(house, chosen)), to: `${url.origin}/walk?group=${chosen}` };
};
