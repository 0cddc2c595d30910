import { redirect } from '@sveltejs/kit';
import { ownWorkspace, setCaseSeries, submissionsOfPartnership } from '#partnership/followup';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../answer.ts';
import { writingIn } from '../drafts/form.ts';
import { filterFrom } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { rows, organisations, total } = valueOr404(await submissionsOfPartnership(context, params.id, filterFrom(url)));
  const { title } = valueOr404(await writingIn(context, params.id));
  const workspace = await ownWorkspace(context, params.id);
  return {
    id: params.id,
    title,
    year: context.clock.today().slice(0, 4),
    rows,
    total,
    organisations,
    workspace: workspace.ok ? workspace.value : null,
    chosen: { kind: url.searchParams.get('kind'), from: url.searchParams.get('from') },
  };
};

export const actions: Actions = {
  series: async ({ locals, params, request }) => {
    const form = await request.formData();
    const word = (name: string) => String(form.get(name) ?? '');
    const outcome = await setCaseSeries(locals.context, { organisationId: word('organisation'), prefix: word('prefix'), next: word('next') });
    if (!outcome.ok) return refused(outcome.refusals, Object.fromEntries(form));
    redirect(303, address(`/partnerships/${params.id}/submissions#series`));
  },
};
