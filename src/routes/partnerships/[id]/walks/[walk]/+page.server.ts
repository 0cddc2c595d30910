import { guard } from '#partnership/people';
import { addToWalk, ledWalk, recordNoShow, removeFromWalk, swapOnWalk } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id, walk: walkId } }) => {
  const led = valueOr404(await ledWalk(context, { agreementId: id, walkId }));
  const { hide } = await guard(context);
  return hide(id, { id, ...led, may: await abilitiesIn(context, id), now: context.clock.now() });
};

const to =
  (part: string) =>
  ({ params }: { params: Partial<Record<string, string>> }): string =>
    `/partnerships/${params.id}/walks/${params.walk}#${part}`;

export const actions: Actions = {
  add: formAction('add', (context, { person = '', task }, { params }) => addToWalk(context, { walkId: params.walk!, personId: person, task: task === 'leader' ? 'leader' : 'walker' }), to('walkers')),
  remove: formAction('walkers', (context, { person = '' }, { params }) => removeFromWalk(context, { walkId: params.walk!, personId: person }), to('walkers')),
  swap: formAction('walkers', (context, { person = '', coming = '' }, { params }) => swapOnWalk(context, { walkId: params.walk!, personId: person, coming }), to('walkers')),
  noShow: formAction('walkers', (context, { person = '', absent }, { params }) => recordNoShow(context, { walkId: params.walk!, personId: person, absent: absent === 'yes' }), to('walkers')),
};
