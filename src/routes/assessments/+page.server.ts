import { beginAssessment, listAssessments } from '#partnership/agreement';
import { valueOr404 } from '../answer.ts';
import { formAction } from '../form-action.ts';
import { typedPlan } from './typed-plan.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context } }) => ({ today: context.clock.today(), ...valueOr404(await listAssessments(context)) });

export const actions: Actions = {
  begin: formAction('begin', (context, fields, { lookedAt }) => beginAssessment(context, { ...typedPlan(fields), lookedAt }), (_, { assessmentId }) => `/assessments/${assessmentId}`),
};
