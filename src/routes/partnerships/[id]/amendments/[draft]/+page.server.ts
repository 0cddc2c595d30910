import { readAmendment, resolveConflict } from '#partnership/agreement';
import { dutiesOfPartnership } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { draft, ...view } = valueOr404(await readAmendment(context, params.id, params.draft));
  const { title, parties } = valueOr404(await dutiesOfPartnership(context, params.id));
  const { hide } = await guard(context);
  const shown = draft && { title: draft.title, kind: draft.kind, begunAt: draft.begunAt, begunBy: draft.begunBy, fields: draft.fields };
  return hide(params.id, { id: params.id, draftId: params.draft, partnership: title ?? parties.join(' – '), draft: shown, ...view });
};

export const actions: Actions = {
  resolve: formAction(
    'conflicts',
    (context, { slug, keep }, { params }) => resolveConflict(context, { draftId: params.draft!, slug, keep: keep === 'amendment' ? 'amendment' : 'agreement' }),
    ({ params }) => `/partnerships/${params.id}/amendments/${params.draft}`,
  ),
};
