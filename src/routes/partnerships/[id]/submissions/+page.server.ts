import { ownWorkspace, submissionsOfPartnership } from '#partnership/followup';
import { valueOr404 } from '../../../answer.ts';
import { writingIn } from '../drafts/form.ts';
import { filterFrom } from './filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { rows, organisations, total } = valueOr404(await submissionsOfPartnership(context, params.id, filterFrom(url)));
  const { title } = valueOr404(await writingIn(context, params.id));
  const workspace = await ownWorkspace(context, params.id);
  return {
    id: params.id,
    title,
    rows,
    total,
    organisations,
    workspace: workspace.ok ? workspace.value : null,
    chosen: { kind: url.searchParams.get('kind'), from: url.searchParams.get('from') },
  };
};
