import { beginSuccessor, readSubmission, registerSubmission } from '#partnership/followup';
import { valueOr404 } from '../../../../answer.ts';
import { formAction } from '../../../../form-action.ts';
import { writingIn } from '../../drafts/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const read = valueOr404(await readSubmission(locals.context, params.id, params.submission));
  const { title } = valueOr404(await writingIn(locals.context, params.id));
  return { id: params.id, partnership: title, handedIn: url.searchParams.has('handed-in'), ...read };
};

export const actions: Actions = {
  register: formAction(
    'register',
    (context, { organisation, caseNumber }, { params }) => registerSubmission(context, { submissionId: params.submission!, organisationId: organisation, caseNumber }),
    ({ params }) => `/partnerships/${params.id}/submissions/${params.submission}`,
  ),
  succeed: formAction(
    'succeed',
    (context, _fields, { params }) => beginSuccessor(context, { submissionId: params.submission! }),
    ({ params }, { draftId }) => `/partnerships/${params.id}/drafts/${draftId}`,
  ),
};
