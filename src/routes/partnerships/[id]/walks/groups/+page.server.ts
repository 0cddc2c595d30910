import { guard } from '#partnership/people';
import { groupsOf, networkOf } from '#partnership/walks';
import { proposeGroupAndTell } from '../../../../../reactions/walking-groups.ts';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { ofPartnership } from '../of-partnership.ts';
import { inState, stateFrom } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const head = await ofPartnership(context, id);
  const all = valueOr404(await groupsOf(context, id));
  const { coordinator, mayPlan } = valueOr404(await networkOf(context, id));
  const state = stateFrom(url);
  const { hide } = await guard(context);
  return { ...head, ...hide(id, { groups: all.filter(inState(state)), walking: all.filter(inState('started')).length, total: all.length, coordinator, mayPlan }), state };
};

export const actions: Actions = {
  propose: formAction(
    'propose',
    (context, { name, association }, { params, url, lookedAt }) => proposeGroupAndTell(context, { agreementId: params.id!, name, association: association ?? '', lookedAt, origin: url.origin }),
    ({ params }, { groupId }) => `/partnerships/${params.id}/walks/groups/${groupId}`,
  ),
};
