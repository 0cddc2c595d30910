import { redirect } from '@sveltejs/kit';
import { beginAmendment, changeableOf } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { hide } = await guard(context);
  return { id: params.id, ...hide(params.id, valueOr404(await changeableOf(context, params.id))) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const kind = form.get('kind') === 'annex' ? ('annex' as const) : ('amendment' as const);
    const changes = kind === 'annex' ? [] : form.getAll('change').map((chosen) => changeFrom(String(chosen)));
    const outcome = await beginAmendment(locals.context, { agreementId: params.id, kind, changes });
    if (!outcome.ok) return refused(outcome.refusals, { change: 'chosen' });
    redirect(303, address(`/partnerships/${params.id}/amendments/${outcome.value.draftId}`));
  },
};

/** A choice of the form: the fact, and the part of it; a dash takes it away. */
function changeFrom(chosen: string): { factId: string; part: string | null } {
  const [factId, part] = chosen.split(':');
  return { factId, part: part === undefined || part === '-' ? null : part };
}
