import { redirect } from '@sveltejs/kit';
import { beginDraft, ownWorkspace } from '#partnership/followup';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../../answer.ts';
import { pageAfter, typedIn, writingIn } from '../../drafts/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { organisations } = valueOr404(await ownWorkspace(locals.context, params.id));
  const { title, duties } = valueOr404(await writingIn(locals.context, params.id));
  const duty = duties.find(({ id }) => id === url.searchParams.get('duty'));
  const blank = { kind: duty?.kind ?? 'interim-report', title: duty?.title ?? '', body: '', dutyId: duty?.id ?? null };
  return { id: params.id, title, duties, organisations, blank };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const outcome = await beginDraft(locals.context, { agreementId: params.id, ...typedIn(form) });
    if (!outcome.ok) return refused(outcome.refusals, Object.fromEntries(form));
    redirect(303, address(pageAfter(form, params.id, outcome.value.draftId)));
  },
};
