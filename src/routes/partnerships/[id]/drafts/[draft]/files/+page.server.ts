import { redirect } from '@sveltejs/kit';
import { attachFiles, fileTooLarge, readDraft, removeFile } from '#partnership/followup';
import { LIMITS } from '#pure/followup';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../../../answer.ts';
import { formAction } from '../../../../../form-action.ts';
import { formWithin } from '../../../../../form-within.ts';
import { writingIn } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { draft } = valueOr404(await readDraft(locals.context, params.id, params.draft));
  const { title } = valueOr404(await writingIn(locals.context, params.id));
  return { id: params.id, partnership: title, draft: { id: draft.id, title: draft.title, files: draft.files }, most: LIMITS.files, megabytes: LIMITS.fileBytes / 1024 / 1024 };
};

export const actions: Actions = {
  attach: async ({ locals, params, request }) => {
    const form = await formWithin(request);
    if (!form) return refused(fileTooLarge().refusals, { part: 'files' });
    const sent = form.getAll('files').filter((file): file is File => file instanceof File && (file.size > 0 || file.name !== ''));
    const files = await Promise.all(sent.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
    const outcome = await attachFiles(locals.context, { draftId: params.draft, files });
    if (!outcome.ok) return refused(outcome.refusals, { part: 'files' });
    redirect(303, address(`/partnerships/${params.id}/drafts/${params.draft}/files`));
  },
  remove: formAction('files', (context, { sha256 }, { params }) => removeFile(context, { draftId: params.draft!, sha256 }), ({ params }) => `/partnerships/${params.id}/drafts/${params.draft}/files`),
};
