import { areasToSee, planningGround, planWalk } from '#partnership/walks';
import { abilitiesIn, ask } from '#platform/access/ask.ts';
import { mayAt } from '#platform/access/standing.ts';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { numberTyped } from '../../../../typed-number.ts';
import { placesIn, placeTyped } from '../walk-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id } }) => {
  valueOr404(await ask(context, (actor, place) => mayAt(actor, 'walks.plan', place), id));
  const areas = valueOr404(await areasToSee(context, id)).filter(({ removed }) => !removed);
  const { groups, oneAreaANight } = valueOr404(await planningGround(context, id));
  return { id, may: await abilitiesIn(context, id), today: context.clock.today(), groups, oneAreaANight, places: placesIn(areas) };
};

const figure = (typed: string | undefined): number => numberTyped(typed ?? '') ?? Number.NaN;

export const actions: Actions = {
  default: formAction(
    'walk',
    (context, { night = '', from = '', to = '', place = '', note = '', exceptionReason = '', kind, group, leaders, walkers, smallest }, { params, lookedAt }) =>
      planWalk(context, {
        agreementId: params.id!,
        kind: kind === 'day' ? 'day' : 'night',
        groupId: group || null,
        leaders: figure(leaders),
        walkers: figure(walkers),
        smallest: figure(smallest),
        night,
        from,
        to,
        ...placeTyped(place),
        note,
        exceptionReason,
        lookedAt,
      }),
    ({ params }, { walkId }) => `/partnerships/${params.id}/walks?show=all&weeks=52#walk-${walkId}`,
  ),
};
