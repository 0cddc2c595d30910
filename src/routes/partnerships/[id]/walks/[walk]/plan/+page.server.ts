import { guard } from '#partnership/people';
import { areasToSee, callOffWalk, callOnWalk, cancelWalk, giveBackNight, moveWalk, planningGround, restoreWalk, takeNight, walkToSee } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { refuse } from '#kernel/outcome.ts';
import { valueOr404 } from '../../../../../answer.ts';
import { formAction } from '../../../../../form-action.ts';
import { placesIn, placeTyped } from '../../walk-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id, walk: walkId } }) => {
  const walk = valueOr404(await walkToSee(context, walkId));
  if (walk.agreementId !== id) valueOr404(refuse('not-found', 'walks.not-found'));
  const ground = valueOr404(await planningGround(context, id));
  const areas = valueOr404(await areasToSee(context, id)).filter((area) => !area.removed || area.id === walk.area.id);
  const { hide } = await guard(context);
  return hide(id, { id, walk, ...ground, places: placesIn(areas), may: await abilitiesIn(context, id), now: context.clock.now() });
};

const back = ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/walks/${params.walk}/plan`;
const plan = ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/walks?show=all`;

export const actions: Actions = {
  take: formAction('night', (context, { group = '' }, { params }) => takeNight(context, { walkId: params.walk!, groupId: group }), back),
  giveBack: formAction('night', (context, _fields, { params }) => giveBackNight(context, { walkId: params.walk! }), back),
  move: formAction(
    'move',
    (context, { night = '', from = '', to = '', place = '', note = '', exceptionReason = '' }, { params, lookedAt }) => moveWalk(context, { walkId: params.walk!, night, from, to, ...placeTyped(place), note, exceptionReason, lookedAt }),
    back,
  ),
  cancel: formAction('cancel', (context, { reason = '' }, { params, lookedAt }) => cancelWalk(context, { walkId: params.walk!, reason, lookedAt }), plan),
  restore: formAction('restore', (context, _fields, { params }) => restoreWalk(context, { walkId: params.walk! }), back),
  callOn: formAction('restore', (context, _fields, { params }) => callOnWalk(context, { walkId: params.walk! }), back),
  callOff: formAction('cancel', (context, { reason = '' }, { params, lookedAt }) => callOffWalk(context, { walkId: params.walk!, reason, lookedAt }), plan),
};
