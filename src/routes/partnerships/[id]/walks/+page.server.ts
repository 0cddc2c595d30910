import { addDays } from '#kernel/calendar-date.ts';
import { guard } from '#partnership/people';
import { agreeOnAreas, agreeOnWeight, areasToSee, giveBackNight, planningGround, planOf, sharesIn, takeNight, undoSeason } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import { numberTyped } from '../../../typed-number.ts';
import type { Actions, PageServerLoad } from './$types';
import { filterFrom, narrowed } from './filter.ts';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const today = context.clock.today();
  const filter = filterFrom(url);
  const walks = valueOr404(await planOf(context, id, { from: today, to: addDays(today, filter.weeks * 7) }));
  const { hide } = await guard(context);
  return hide(id, {
    id,
    today,
    filter,
    walks,
    shown: narrowed(walks, filter),
    areas: valueOr404(await areasToSee(context, id)).filter(({ removed }) => !removed),
    ...valueOr404(await planningGround(context, id)),
    shares: valueOr404(await sharesIn(context, id)),
    may: await abilitiesIn(context, id),
    planned: url.searchParams.get('planned'),
    count: Number(url.searchParams.get('count')),
  });
};

/** Back to the plan as it was narrowed. */
const plan = ({ params, url }: { params: Partial<Record<string, string>>; url: URL }) => `/partnerships/${params.id}/walks?${new URLSearchParams([...url.searchParams].filter(([name]) => ['weeks', 'show', 'group', 'area'].includes(name)))}`;

export const actions: Actions = {
  take: formAction('night', (context, { walk = '', group = '' }) => takeNight(context, { walkId: walk, groupId: group }), plan),
  giveBack: formAction('night', (context, { walk = '' }) => giveBackNight(context, { walkId: walk }), plan),
  undo: formAction('season', (context, { season = '' }) => undoSeason(context, { seasonId: season }), plan),
  areas: formAction('areas', (context, { oneAreaANight }, { params }) => agreeOnAreas(context, { agreementId: params.id!, oneAreaANight: oneAreaANight === 'yes' }), (event) => `${plan(event)}#areas`),
  weight: formAction('weight', (context, { group = '', weight = '' }, { params }) => agreeOnWeight(context, { agreementId: params.id!, groupId: group, weight: numberTyped(weight) ?? Number.NaN }), (event) => `${plan(event)}#shares`),
};
