import { rulesToSet, setRules } from '#partnership/walks';
import { valueOr404 } from '../../../answer.ts';
import { formAction } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => ({ ...valueOr404(await rulesToSet(context, params.id)), kept: url.searchParams.has('kept') });

export const actions: Actions = {
  default: formAction('rules', (context, fields, { params }) => setRules(context, { ...fields, organisationId: params.id! }), ({ params }) => `/organisations/${params.id}/walk-rules?kept`),
};
