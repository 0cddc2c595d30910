import { redirect } from '@sveltejs/kit';
import { handedInFrom, readDraft, saveDraft } from '#partnership/followup';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../../answer.ts';
import { pageAfter, typedIn, writingIn } from '../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { title, duties } = valueOr404(await writingIn(locals.context, params.id));
  const found = await readDraft(locals.context, params.id, params.draft);
  const handedIn = found.ok ? null : await handedInFrom(locals.context, params.draft);
  const submission = handedIn && address(`/partnerships/${params.id}/submissions/${handedIn}`);
  // Who was writing while it was handed in still has what they wrote.
  if (submission && request.method !== 'POST') redirect(303, submission);
  return { id: params.id, partnership: title, duties, saved: url.searchParams.has('saved'), read: submission ? null : valueOr404(found), submission };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const outcome = await saveDraft(locals.context, { draftId: params.draft, version: Number(form.get('version')), ...typedIn(form) });
    if (!outcome.ok) return refused(outcome.refusals, Object.fromEntries(form));
    redirect(303, address(pageAfter(form, params.id, params.draft)));
  },
};
