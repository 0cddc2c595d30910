import { addDays } from '#kernel/calendar-date.ts';
import { guard } from '#partnership/people';
import { addOccasion, occasionsIn, removeOccasion, restoreOccasion } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const today = context.clock.today();
  const { hide } = await guard(context);
  const occasions = valueOr404(await occasionsIn(context, id, { start: today, end: addDays(today, 365) }));
  return hide(id, { id, today, occasions, may: await abilitiesIn(context, id), removed: url.searchParams.get('removed') });
};

const back = ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/walks/events`;

export const actions: Actions = {
  add: formAction(
    'add',
    (context, { kind = '', name = '', start = '', end = '' }, { params, lookedAt }) => addOccasion(context, { agreementId: params.id!, kind, name, start, end, lookedAt }),
    back,
  ),
  remove: formAction(
    'remove',
    (context, { occasion = '' }, { params }) => removeOccasion(context, { agreementId: params.id!, occasionId: occasion }),
    (event, { occasionId }) => `${back(event)}?removed=${occasionId}`,
  ),
  restore: formAction('restore', (context, { occasion = '' }, { params }) => restoreOccasion(context, { agreementId: params.id!, occasionId: occasion }), back),
};
