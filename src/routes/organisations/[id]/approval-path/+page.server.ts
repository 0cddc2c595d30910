import { approvalPathOf, noLongerRequire, requireApproval } from '#partnership/agreement';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => valueOr404(await approvalPathOf(context, params.id));

export const actions: Actions = {
  add: formAction('add', (context, { step = '', body = '' }, { params }) => requireApproval(context, { organisationId: params.id!, step, body }), ({ params }) => `/organisations/${params.id}/approval-path`),
  end: formAction('end', (context, { step = '' }, { params }) => noLongerRequire(context, { organisationId: params.id!, stepId: step }), ({ params }) => `/organisations/${params.id}/approval-path`),
};
