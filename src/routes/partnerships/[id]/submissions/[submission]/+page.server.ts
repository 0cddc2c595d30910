import { redirect } from '@sveltejs/kit';
import { beginSuccessor, readSubmission, registerSubmission } from '#partnership/followup';
import { address } from '#ui/address.ts';
import { refused, valueOr404 } from '../../../../answer.ts';
import { writingIn } from '../../drafts/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const read = valueOr404(await readSubmission(locals.context, params.id, params.submission));
  const { title } = valueOr404(await writingIn(locals.context, params.id));
  return { id: params.id, partnership: title, handedIn: url.searchParams.has('handed-in'), ...read };
};

export const actions: Actions = {
  register: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [organisationId, caseNumber] = [String(form.get('organisation')), String(form.get('caseNumber') ?? '')];
    const outcome = await registerSubmission(locals.context, { submissionId: params.submission, organisationId, caseNumber });
    if (!outcome.ok) return refused(outcome.refusals, { organisation: organisationId, caseNumber });
    redirect(303, address(`/partnerships/${params.id}/submissions/${params.submission}`));
  },
  succeed: async ({ locals, params }) => {
    const outcome = await beginSuccessor(locals.context, { submissionId: params.submission });
    if (!outcome.ok) return refused(outcome.refusals, { succeed: '' });
    redirect(303, address(`/partnerships/${params.id}/drafts/${outcome.value.draftId}`));
  },
};
