import { redirect } from '@sveltejs/kit';
import { handedInFrom, readDraft, whatHappens } from '#partnership/followup';
import { address } from '#ui/address.ts';
import { handInAndTell } from '../../../../../../reactions/handing-in.ts';
import { refused, valueOr404 } from '../../../../../answer.ts';
import { lookedAt } from '../../../../../form-refusal.ts';
import { writingIn } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { title, duties } = valueOr404(await writingIn(locals.context, params.id));
  const found = await readDraft(locals.context, params.id, params.draft);
  const handedIn = found.ok ? null : await handedInFrom(locals.context, params.draft);
  if (handedIn) redirect(303, address(`/partnerships/${params.id}/submissions/${handedIn}`));
  const read = valueOr404(found);
  const happens = valueOr404(await whatHappens(locals.context, read.draft));
  return { id: params.id, partnership: title, ...read, ...happens, duty: duties.find(({ id }) => id === read.draft.dutyId)?.title ?? null };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const sent = await request.formData();
    const mark = String(sent.get('mark'));
    const outcome = await handInAndTell(locals.context, { draftId: params.draft, mark, lookedAt: lookedAt(sent), origin: url.origin });
    if (!outcome.ok) return refused(outcome.refusals, { mark });
    redirect(303, address(`/partnerships/${params.id}/submissions/${outcome.value.submission.id}?handed-in=yes`));
  },
};
