import { discardDraft, readDraft } from '#partnership/followup';
import { valueOr404 } from '../../../../../answer.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { draft } = valueOr404(await readDraft(locals.context, params.id, params.draft));
  return { id: params.id, draft: { id: draft.id, title: draft.title } };
};

export const actions: Actions = {
  default: formAction('discard', (context, _fields, { params }) => discardDraft(context, { draftId: params.draft! }), ({ params }) => `/partnerships/${params.id}/submissions`),
};
