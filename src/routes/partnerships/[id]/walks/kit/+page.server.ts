import { redirect } from '@sveltejs/kit';
import { guard } from '#partnership/people';
import { addKit, kitGone, kitOf, lendKit, mendKit, noteDamage, returnKit } from '#partnership/walks';
import { refuse } from '#kernel/outcome.ts';
import { LARGEST_PHOTO } from '#platform/photos/cleaner.ts';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { lookedAt } from '../../../../form-refusal.ts';
import { formWithin } from '../../../../form-within.ts';
import { ofPartnership } from '../of-partnership.ts';
import { filterFrom, shownBy } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const head = await ofPartnership(context, id);
  const { items, mayLead, groups } = valueOr404(await kitOf(context, id));
  const filter = filterFrom(url);
  const holding = [...new Map(items.flatMap(({ loan }) => (loan ? [[loan.group.id, loan.group] as const] : []))).values()];
  const { hide } = await guard(context);
  return { ...head, ...hide(id, { items: items.filter(shownBy(filter)), all: items, groups, holding }), mayLead, filter, today: context.clock.today(), megabytes: LARGEST_PHOTO / 1024 / 1024 };
};

const back = ({ params }: { params: Partial<Record<string, string>> }): string => `/partnerships/${params.id}/walks/kit#things`;

export const actions: Actions = {
  add: formAction('add', (context, { kind, count }, { params }) => addKit(context, { agreementId: params.id!, kind, count }), back),
  lend: formAction(
    'item',
    (context, { item = '', to = '', dueOn }, { params }) => {
      const [groupId = '', holderId] = to.split(' ');
      return lendKit(context, { agreementId: params.id!, itemId: item, groupId, holderId, dueOn });
    },
    back,
  ),
  back: formAction('item', (context, { item = '' }, { params }) => returnKit(context, { agreementId: params.id!, itemId: item }), back),
  gone: formAction('item', (context, { item = '' }, { params }) => kitGone(context, { agreementId: params.id!, itemId: item }), back),
  mended: formAction('item', (context, { damage = '' }, { params }) => mendKit(context, { agreementId: params.id!, damageId: damage }), back),
  damage: async ({ locals: { context, photos }, params, request }) => {
    const form = await formWithin(request);
    if (!form) return refused(refuse('invalid', 'photos.too-large', { path: 'photo' }).refusals, { part: 'item' });
    const [item, words] = ['item', 'words'].map((name) => String(form.get(name) ?? '')) as [string, string];
    const sent = form.get('photo');
    const drawn = sent instanceof File && sent.size > 0 ? await photos.clean(new Uint8Array(await sent.arrayBuffer())) : null;
    if (drawn && !drawn.ok) return refused(drawn.refusals, { part: 'item', item, words });
    const outcome = await noteDamage(context, { agreementId: params.id, itemId: item, words, photo: drawn?.value ?? null, lookedAt: lookedAt(form) });
    if (!outcome.ok) return refused(outcome.refusals, { part: 'item', item, words });
    redirect(303, address(back({ params })));
  },
};
